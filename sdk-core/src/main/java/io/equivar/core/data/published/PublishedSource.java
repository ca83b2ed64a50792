package io.equivar.core.data.published;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.cache.ImageSource;
import io.equivar.core.data.image.ImageDecoder;
import io.equivar.core.data.image.UnreadableImageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The images of a data set to decode. Which part they belong to does not matter, so that every
 * split of the same images shares a cache.
 */
final class PublishedSource implements ImageSource {

  private final Path folder;
  private final String list;
  private final List<FoundImage> images;
  private final List<String> classNames;
  private final int side;
  private final ImageDecoder decoder;

  PublishedSource(
      Path folder,
      String list,
      List<FoundImage> images,
      List<String> classNames,
      int side,
      ImageDecoder decoder) {
    this.folder = folder;
    this.list = list;
    this.images = images;
    this.classNames = classNames;
    this.side = side;
    this.decoder = decoder;
  }

  @Override
  public Path path() {
    return folder.resolve(list);
  }

  @Override
  public String fingerprint() {
    MessageDigest digest = sha256();
    update(digest, "decoder " + ImageDecoder.VERSION + ", side " + side + ", " + classNames);
    for (FoundImage found : images) {
      update(
          digest,
          found.image().name()
              + " "
              + found.image().label()
              + " "
              + found.bytes()
              + " "
              + found.modifiedMillis());
    }
    return HexFormat.of().formatHex(digest.digest());
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
    return images.get(index).image().name();
  }

  @Override
  public int label(int index) {
    return images.get(index).image().label();
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public byte[] pixels(int index) throws UnreadableImageException, InterruptedException {
    return decoder.decodeSquare(folder.resolve(name(index)), side);
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
