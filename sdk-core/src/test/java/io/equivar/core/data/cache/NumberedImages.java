package io.equivar.core.data.cache;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.image.DecodingLimits;
import io.equivar.core.data.image.ImageDecoder;
import io.equivar.core.data.image.UnreadableImageException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A source whose image {@code i} is full of bytes {@code i}; negative numbers are unreadable. */
final class NumberedImages implements ImageSource {

  private final Path path;
  private final String fingerprint;
  private final List<Integer> numbers;
  private final AtomicInteger made = new AtomicInteger();

  NumberedImages(Path path, String fingerprint, Integer... numbers) {
    this.path = path;
    this.fingerprint = fingerprint;
    this.numbers = List.of(numbers);
  }

  int made() {
    return made.get();
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public ImageShape shape() {
    return new ImageShape(2, 3);
  }

  @Override
  public int size() {
    return numbers.size();
  }

  @Override
  public String name(int index) {
    return "image " + index;
  }

  @Override
  public int label(int index) {
    return numbers.get(index) % 2;
  }

  @Override
  public List<String> classNames() {
    return List.of("even", "odd");
  }

  @Override
  public byte[] pixels(int index) throws UnreadableImageException, InterruptedException {
    made.incrementAndGet();
    if (numbers.get(index) < 0) {
      try (ImageDecoder decoder = new ImageDecoder(DecodingLimits.defaults())) {
        return decoder.decodeSquare(path.resolve("empty"), 1);
      }
    }
    byte[] pixels = new byte[18];
    Arrays.fill(pixels, numbers.get(index).byteValue());
    return pixels;
  }
}
