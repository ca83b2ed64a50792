package io.equivar.core.detect.voc;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.data.generated.PlacedShape;
import io.equivar.core.data.generated.ShapesImage;
import io.equivar.core.random.Seeds;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes drawn images and their boxes in the layout of PASCAL VOC. */
public final class ShapesFolder {

  private static final float JPEG_QUALITY = 0.95f;

  private ShapesFolder() {}

  /**
   * Writes the sets {@code trainval} and {@code test}.
   *
   * @param folder new or empty
   * @param training number of training images, at least 1
   * @param test number of test images, at least 1
   * @param side of the images in pixels, at least 16
   * @param seed what the images depend on
   * @throws ConfigurationException if there is something in the folder
   * @throws IOException if it cannot be written
   */
  public static void write(Path folder, int training, int test, int side, long seed)
      throws IOException {
    if (training < 1 || test < 1 || side < 16 || side > 1024) {
      throw new ConfigurationException(
          new Problem(
              "--train, --test, --image-size",
              "must be at least 1, at least 1, and in [16, 1024]",
              training + ", " + test + ", " + side,
              ""));
    }
    Files.createDirectories(folder);
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw new ConfigurationException(
            new Problem("--out", "must be a new or empty folder", folder.toString(), ""));
      }
    }
    for (String name : new String[] {"Annotations", "ImageSets/Main", "JPEGImages"}) {
      Files.createDirectories(folder.resolve(name));
    }
    write(folder, "trainval", 0, training, side, seed);
    write(folder, "test", training, test, side, seed);
  }

  private static void write(Path folder, String set, int first, int count, int side, long seed)
      throws IOException {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String name = String.format("%06d", first + i + 1);
      // No image of one set occurs in the other, however many there are.
      long key = Seeds.derive(seed, set.equals("test") ? 2 : 1, i);
      ShapesImage image = ShapesImage.draw(side, key);
      jpeg(image.pixels(), side, folder.resolve("JPEGImages/" + name + ".jpg"));
      Files.writeString(
          folder.resolve("Annotations/" + name + ".xml"), annotation(name, side, image));
      names.append(name).append('\n');
    }
    Files.writeString(folder.resolve("ImageSets/Main/" + set + ".txt"), names);
  }

  private static String annotation(String name, int side, ShapesImage image) {
    StringBuilder text = new StringBuilder("<annotation>\n");
    text.append("  <filename>").append(name).append(".jpg</filename>\n");
    text.append(
        String.format(
            "  <size><width>%d</width><height>%d</height><depth>3</depth></size>%n", side, side));
    for (PlacedShape shape : image.shapes()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  <object><name>%s</name><difficult>0</difficult><bndbox><xmin>%d</xmin>"
                  + "<ymin>%d</ymin><xmax>%d</xmax><ymax>%d</ymax></bndbox></object>%n",
              shape.kind().className(),
              shape.left() + 1,
              shape.top() + 1,
              shape.right() + 1,
              shape.bottom() + 1));
    }
    return text.append("</annotation>\n").toString();
  }

  private static void jpeg(byte[] pixels, int side, Path file) throws IOException {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < side * side; i++) {
      int red = pixels[3 * i] & 0xff;
      int green = pixels[3 * i + 1] & 0xff;
      int blue = pixels[3 * i + 2] & 0xff;
      int rgb = (red << 16) | (green << 8) | blue;
      image.setRGB(i % side, i / side, rgb);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(JPEG_QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), quality);
    } finally {
      writer.dispose();
    }
  }
}
