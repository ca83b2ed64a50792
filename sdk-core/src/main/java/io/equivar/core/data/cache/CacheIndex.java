package io.equivar.core.data.cache;

import io.equivar.core.data.ImageSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All of a cache file but its pixels.
 *
 * @param fingerprint of the source
 * @param offered the number of images that the source had
 * @param classNames in the order of the labels
 * @param labels of the images that are in the file
 * @param leftOut the others
 * @param undecided the places in the source of those left out for reasons outside of them
 */
record CacheIndex(
    String fingerprint,
    int offered,
    List<String> classNames,
    List<Integer> labels,
    List<LeftOut> leftOut,
    List<Integer> undecided) {

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(fingerprint);
      out.writeInt(offered);
      out.writeInt(classNames.size());
      for (String name : classNames) {
        out.writeUTF(name);
      }
      writeInts(out, labels);
      out.writeInt(leftOut.size());
      for (LeftOut file : leftOut) {
        out.writeUTF(file.file());
        out.writeUTF(file.reason());
      }
      writeInts(out, undecided);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @param images number of images in the file
   * @throws UnusableCacheException if it is something else
   */
  static CacheIndex ofBytes(byte[] bytes, int images) throws UnusableCacheException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String fingerprint = in.readUTF();
      int offered = in.readInt();
      List<String> classNames = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        classNames.add(in.readUTF());
      }
      List<Integer> labels = readInts(in);
      List<LeftOut> leftOut = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        leftOut.add(new LeftOut(in.readUTF(), in.readUTF()));
      }
      CacheIndex index =
          new CacheIndex(fingerprint, offered, classNames, labels, leftOut, readInts(in));
      if (!index.fits(images)) {
        throw new UnusableCacheException("is damaged");
      }
      return index;
    } catch (IOException e) {
      throw new UnusableCacheException("is damaged");
    }
  }

  private boolean fits(int images) {
    return labels.size() == images
        && (long) images + leftOut.size() == offered
        && labels.stream().allMatch(this::isLabel)
        && undecided.stream().allMatch(image -> image >= 0 && image < offered);
  }

  /** Where classes have no names, a label is an image's place in the source. */
  private boolean isLabel(int label) {
    int labels = classNames.isEmpty() ? offered : classNames.size();
    return label == ImageSet.NO_LABEL || (label >= 0 && label < labels);
  }

  private static void writeInts(DataOutputStream out, List<Integer> values) throws IOException {
    out.writeInt(values.size());
    for (int value : values) {
      out.writeInt(value);
    }
  }

  private static List<Integer> readInts(DataInputStream in) throws IOException {
    List<Integer> values = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.add(in.readInt());
    }
    return values;
  }
}
