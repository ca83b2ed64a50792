package io.equivar.core.data.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Decodes image files: PNG, JPEG (baseline and progressive; grey, colour, CMYK), GIF, BMP, TIFF,
 * WebP and PNM, told apart by their content, whatever their names say.
 *
 * <ul>
 *   <li>Images are turned upright as EXIF or TIFF say.
 *   <li>Transparent parts show white, as pages do; what a file keeps under them is not seen.
 *   <li>16-bit samples are scaled to 8, grey and palettes become RGB, CMYK is converted. Colour
 *       profiles of RGB images are left aside, as training pipelines do.
 *   <li>Of animations and several pages, the first is taken.
 *   <li>Truncated and damaged files are refused, also where a part could be shown.
 *   <li>Whether an image is within the {@linkplain DecodingLimits limits} is told by its head,
 *       before memory is taken.
 * </ul>
 *
 * <p>Safe for use by several threads at once.
 */
public final class ImageDecoder implements AutoCloseable {

  /** Grows whenever a file may come out with other pixels, or be refused where it was not. */
  public static final int VERSION = 1;

  /** The part of the memory for files as they are on disk; the rest is for decoding. */
  private static final double FILES_SHARE = 0.25;

  private final DecodingLimits limits;
  private final MemoryBudget files;
  private final MemoryBudget pixels;
  private final TimeLimit time;

  /** Makes a decoder. */
  public ImageDecoder(DecodingLimits limits) {
    this.limits = limits;
    long filesBytes = (long) (FILES_SHARE * limits.memoryBytes());
    this.files = new MemoryBudget(filesBytes);
    this.pixels = new MemoryBudget(limits.memoryBytes() - filesBytes);
    this.time = new TimeLimit(limits.maxTime());
  }

  /**
   * Decodes a file to a square: the middle of the upright image, its shorter side resized to {@code
   * side} with antialiasing (the triangle filter, as torchvision's antialiased bilinear resizing).
   *
   * @param side in pixels, at least 1
   * @return unsigned bytes {@code [side, side, 3]}, row-major, red first
   * @throws UnreadableImageException if the file cannot be used, for whatever reason
   */
  public byte[] decodeSquare(Path file, int side)
      throws UnreadableImageException, InterruptedException {
    return decode(file, picture -> new SquareCrop(side).draw(picture));
  }

  /**
   * Decodes a file and fits all of it into a square: the longer side of the upright image resized
   * to {@code side} with antialiasing, in the upper left corner, grey beside it.
   *
   * @param side in pixels, at least 1
   * @throws UnreadableImageException if the file cannot be used, for whatever reason
   */
  public FittedImage decodeFitted(Path file, int side)
      throws UnreadableImageException, InterruptedException {
    return decode(file, picture -> new FittedSquare(side).draw(picture));
  }

  /**
   * Makes a square of a decoded image, as {@link #decodeSquare} does of a file.
   *
   * @param image with a palette, grey or RGB, with alpha or without, of up to 16 bits a sample
   * @param side in pixels, at least 1
   * @return unsigned bytes {@code [side, side, 3]}, row-major, red first
   * @throws UnreadableImageException if the image is of another kind
   */
  public static byte[] square(BufferedImage image, int side) throws UnreadableImageException {
    ImageHeader header =
        ImageHeader.whole(image.getWidth(), image.getHeight(), Orientation.UPRIGHT, 0);
    return new SquareCrop(side).draw(new Picture(header, image));
  }

  /** Decodes a file and makes something of it while its memory is still reserved. */
  <T> T decode(Path file, Function<Picture, T> use)
      throws UnreadableImageException, InterruptedException {
    try {
      long bytes = Files.size(file);
      if (bytes == 0) {
        throw new UnreadableImageException("is empty");
      }
      refuseAbove(files, bytes, "is a file of %,d MiB; the limit is %,d MiB");
      int share = files.take(bytes);
      try {
        return decode(Files.readAllBytes(file), use);
      } finally {
        files.giveBack(share);
      }
    } catch (IOException e) {
      throw UnreadableImageException.outside("cannot be read: " + e, e);
    }
  }

  private <T> T decode(byte[] content, Function<Picture, T> use)
      throws UnreadableImageException, InterruptedException {
    ImageFormat format =
        ImageFormat.of(content)
            .orElseThrow(
                () ->
                    new UnreadableImageException(
                        "is not an image of a known format; " + ImageFormat.SUPPORTED));
    try {
      EncodedImage image = limited(format, () -> format.open(content));
      ImageHeader header = limited(format, image::header);
      long bytes = checked(header) * header.workingBytesPerPixel();
      refuseAbove(pixels, bytes, "needs about %,d MiB to be decoded; the limit is %,d MiB");
      Callable<T> decoding = () -> use.apply(new Picture(header, image.decode()));
      try {
        return decode(format, decoding, bytes);
      } catch (OutOfMemoryError e) {
        // Others may have used it up, which must not decide about this image: once more, alone.
        return decode(format, decoding, Long.MAX_VALUE);
      }
    } catch (OutOfMemoryError e) {
      throw UnreadableImageException.outside("needs more memory to be decoded than there is", e);
    }
  }

  private <T> T decode(ImageFormat format, Callable<T> decoding, long bytes)
      throws UnreadableImageException, InterruptedException {
    int share = pixels.take(bytes);
    try {
      return limited(format, decoding);
    } finally {
      pixels.giveBack(share);
    }
  }

  private long checked(ImageHeader header) throws UnreadableImageException {
    ImageHeader.Frame frame = header.frame();
    if (Math.min(frame.width(), frame.height()) < 1
        || Math.min(header.width(), header.height()) < 1) {
      throw new UnreadableImageException(
          "declares a size of %d x %d pixels".formatted(header.width(), header.height()));
    }
    if (header.pixels() > limits.maxPixels()) {
      throw UnreadableImageException.outside(
          String.format(
              Locale.ROOT,
              "declares %,d x %,d pixels; the limit is %,d pixels",
              header.width(),
              header.height(),
              limits.maxPixels()),
          null);
    }
    return header.pixels();
  }

  private static void refuseAbove(MemoryBudget budget, long bytes, String reason)
      throws UnreadableImageException {
    if (bytes > budget.bytes()) {
      throw UnreadableImageException.outside(
          String.format(Locale.ROOT, reason, bytes >> 20, budget.bytes() >> 20)
              + ", more with more memory for Java (-Xmx)",
          null);
    }
  }

  private <T> T limited(ImageFormat format, Callable<T> task)
      throws UnreadableImageException, InterruptedException {
    try {
      return time.call(task);
    } catch (TimeoutException e) {
      throw new UnreadableImageException(
          "takes longer to decode than " + limits.maxTime().toSeconds() + " seconds", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof UnreadableImageException unreadable) {
        throw unreadable;
      }
      // Deep recursion and Java's own native decoders end in errors, not in exceptions.
      if (cause instanceof Exception
          || cause instanceof StackOverflowError
          || cause instanceof InternalError) {
        throw UnreadableImageException.damaged(format.label(), cause);
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e);
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    time.close();
  }
}
