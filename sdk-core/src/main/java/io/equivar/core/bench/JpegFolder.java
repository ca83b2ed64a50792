package io.equivar.core.bench;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.generated.GeneratedImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes a folder of JPEG files, as photographs to be read. */
public final class JpegFolder {

  private JpegFolder() {}

  /**
   * Draws images and writes them.
   *
   * @param folder is made if it is not there
   * @param count number of images
   * @param size height and width, pixels
   */
  public static void write(Path folder, int count, int size) throws IOException {
    Files.createDirectories(folder);
    ImageShape shape = ImageShape.square(size);
    try (GeneratedImages images =
        new GeneratedImages(count, shape, 1, GeneratedImages.Split.TRAINING)) {
      byte[] pixels = new byte[images.imageBytes()];
      for (int i = 0; i < count; i++) {
        images.read(i, pixels, 0);
        ImageIO.write(picture(pixels, size), "jpg", folder.resolve(i + ".jpg").toFile());
      }
    }
  }

  private static BufferedImage picture(byte[] pixels, int size) {
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < size * size; i++) {
      int red = Byte.toUnsignedInt(pixels[3 * i]);
      int green = Byte.toUnsignedInt(pixels[3 * i + 1]);
      int blue = Byte.toUnsignedInt(pixels[3 * i + 2]);
      picture.setRGB(i % size, i / size, red << 16 | green << 8 | blue);
    }
    return picture;
  }
}
