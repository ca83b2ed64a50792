package io.equivar.core.detect.voc;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.cache.ImageSource;
import io.equivar.core.data.image.FittedImage;
import io.equivar.core.data.image.ImageDecoder;
import io.equivar.core.data.image.UnreadableImageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The images of a set to decode, fitted into squares. */
final class VocImages implements ImageSource {

  private final Path list;
  private final Path root;
  private final List<AnnotatedImage> images;
  private final int side;
  private final ImageDecoder decoder;

  VocImages(Path root, String set, List<AnnotatedImage> images, int side, ImageDecoder decoder) {
    this.root = root;
    this.list = root.resolve("ImageSets/Main").resolve(set + ".txt");
    this.images = images;
    this.side = side;
    this.decoder = decoder;
  }

  @Override
  public Path path() {
    return list;
  }

  @Override
  public String fingerprint() {
    StringBuilder all = new StringBuilder("fitted " + ImageDecoder.VERSION + " " + side);
    for (AnnotatedImage image : images) {
      Path file = root.resolve(image.name());
      Annotation annotation = image.annotation();
      all.append('\n').append(image.name()).append(' ');
      all.append(annotation.width()).append(' ').append(annotation.height()).append(' ');
      try {
        all.append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file).toMillis());
      } catch (IOException e) {
        all.append("unreadable");
      }
    }
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Override
  public ImageShape shape() {
    return ImageShape.square(side);
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public String name(int index) {
    return images.get(index).name();
  }

  @Override
  public int label(int index) {
    return 0;
  }

  @Override
  public List<String> classNames() {
    return List.of();
  }

  /** Boxes would be somewhere else in an image of another size: such images are left out. */
  @Override
  public byte[] pixels(int index) throws UnreadableImageException, InterruptedException {
    FittedImage fitted = decoder.decodeFitted(root.resolve(name(index)), side);
    Annotation annotation = images.get(index).annotation();
    if (fitted.width() != annotation.width() || fitted.height() != annotation.height()) {
      throw new UnreadableImageException(
          String.format(
              "is %d x %d pixels, its annotation says %d x %d",
              fitted.width(), fitted.height(), annotation.width(), annotation.height()));
    }
    return fitted.pixels();
  }
}
