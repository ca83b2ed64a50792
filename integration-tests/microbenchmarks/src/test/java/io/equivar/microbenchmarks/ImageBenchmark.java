package io.equivar.microbenchmarks;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.bench.JpegFolder;
import io.equivar.core.data.generated.GeneratedImages;
import io.equivar.core.data.image.DecodingLimits;
import io.equivar.core.data.image.ImageDecoder;
import io.equivar.core.data.image.UnreadableImageException;
import io.equivar.core.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One image at a time, on one thread: decoding a JPEG file, drawing a generated image. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ImageBenchmark {

  private static final int FILES = 64;
  private static final int FILE_SIDE = 144;
  private static final int SIDE = 96;

  private Path folder;
  private ImageDecoder decoder;
  private GeneratedImages generated;
  private byte[] pixels;
  private int next;

  /** Writes the files. */
  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("equivar-microbenchmarks");
    JpegFolder.write(folder, FILES, FILE_SIDE);
    decoder = new ImageDecoder(DecodingLimits.defaults());
    generated =
        new GeneratedImages(FILES, ImageShape.square(SIDE), 1, GeneratedImages.Split.TRAINING);
    pixels = new byte[generated.imageBytes()];
  }

  /** Decodes a JPEG file of 144 x 144 pixels and fits it into 96 x 96. */
  @Benchmark
  public byte[] decode() throws IOException, UnreadableImageException, InterruptedException {
    next = (next + 1) % FILES;
    return decoder.decodeSquare(folder.resolve(next + ".jpg"), SIDE);
  }

  /** Draws an image of 96 x 96 pixels. */
  @Benchmark
  public byte[] draw() {
    next = (next + 1) % FILES;
    generated.read(next, pixels, 0);
    return pixels;
  }

  /** Removes the files. */
  @TearDown
  public void close() throws IOException {
    decoder.close();
    generated.close();
    Folders.delete(folder);
  }
}
