package io.equivar.core.data.folder;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.cache.ImageSource;
import io.equivar.core.data.image.ImageDecoder;
import io.equivar.core.data.image.UnreadableImageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The files of one part of a folder, as images to decode. */
final class FolderSource implements ImageSource {

  private final Path folder;
  private final List<ImageFile> files;
  private final List<String> classNames;
  private final int side;
  private final ImageDecoder decoder;

  FolderSource(
      Path folder, List<ImageFile> files, List<String> classNames, int side, ImageDecoder decoder) {
    this.folder = folder;
    this.files = files;
    this.classNames = classNames;
    this.side = side;
    this.decoder = decoder;
  }

  @Override
  public Path path() {
    return folder;
  }

  @Override
  public String fingerprint() {
    MessageDigest digest = sha256();
    update(digest, "decoder " + ImageDecoder.VERSION + ", side " + side + ", " + classNames);
    for (ImageFile file : files) {
      update(digest, file.toString());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public ImageShape shape() {
    return ImageShape.square(side);
  }

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public String name(int index) {
    return files.get(index).name();
  }

  @Override
  public int label(int index) {
    String className = files.get(index).className();
    return className.isEmpty() ? ImageSet.NO_LABEL : classNames.indexOf(className);
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
