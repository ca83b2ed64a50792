package io.equivar.core.data.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/** Image files made when a test runs. */
final class ImageFiles {

  static final int RED = 0xff0000;
  static final int GREEN = 0x00ff00;
  static final int BLUE = 0x0000ff;
  static final int YELLOW = 0xffff00;

  private ImageFiles() {}

  /** A wide image: red and green above, blue and yellow below. */
  static BufferedImage quadrants(int type) {
    BufferedImage image = new BufferedImage(48, 32, type);
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 48; x++) {
        int above = x < 24 ? RED : GREEN;
        int below = x < 24 ? BLUE : YELLOW;
        image.setRGB(x, y, 0xff000000 | (y < 16 ? above : below));
      }
    }
    return image;
  }

  static BufferedImage filled(int type, int argb) {
    BufferedImage image = new BufferedImage(8, 8, type);
    for (int i = 0; i < 64; i++) {
      image.setRGB(i % 8, i / 8, argb);
    }
    return image;
  }

  static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IOException("no writer of " + format);
    }
    return out.toByteArray();
  }

  static byte[] progressiveJpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  static byte[] animatedGif(BufferedImage first, BufferedImage second) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      writer.writeToSequence(new IIOImage(first, null, null), null);
      writer.writeToSequence(new IIOImage(second, null, null), null);
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  static byte[] jpegOfOrientation(BufferedImage image, int orientation) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ExifRewriter()
        .updateExifMetadataLossless(
            new ByteArrayInputStream(written(image, "jpeg")), out, orientationTag(orientation));
    return out.toByteArray();
  }

  static byte[] pngOfOrientation(BufferedImage image, int orientation) throws IOException {
    // A TIFF header, one directory of one entry: tag 274, a short.
    ByteBuffer exif = ByteBuffer.allocate(26);
    exif.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
    exif.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
    return withChunk(written(image, "png"), "eXIf", exif.array());
  }

  /** Puts a chunk behind the header of a PNG file. */
  static byte[] withChunk(byte[] png, String type, byte[] data) {
    int afterHeader = 33;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, afterHeader);
    out.writeBytes(chunk(type, data));
    out.write(png, afterHeader, png.length - afterHeader);
    return out.toByteArray();
  }

  /** A PNG file whose header declares a size that its data do not have. */
  static byte[] pngDeclaring(int width, int height) throws IOException {
    byte[] png = written(filled(BufferedImage.TYPE_INT_RGB, 0), "png");
    ByteBuffer header = ByteBuffer.wrap(Arrays.copyOfRange(png, 16, 29));
    header.putInt(0, width).putInt(4, height);
    System.arraycopy(chunk("IHDR", header.array()), 0, png, 8, 25);
    return png;
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) checksum.getValue())
        .array();
  }

  private static TiffOutputSet orientationTag(int orientation) throws IOException {
    TiffOutputSet tags = new TiffOutputSet();
    tags.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) orientation);
    return tags;
  }
}
