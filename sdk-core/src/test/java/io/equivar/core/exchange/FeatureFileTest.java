package io.equivar.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.core.files.NewOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureFileTest {

  @TempDir private Path folder;

  private static void two(FeatureSink sink) throws IOException {
    sink.add("cats/\u00e9t\u00e9 \ud83d\ude00.jpg", new float[] {1, -0.5f});
    sink.add("a,\"b\".png", new float[] {1e-9f, 3});
  }

  @Test
  void linesOfText() throws InterruptedException {
    Path file = folder.resolve("f.csv");
    FeatureFile.write(new NewOutput(file, false), FeatureFormat.CSV, 2, FeatureFileTest::two);
    assertThat(file)
        .hasContent(
            """
            path,f0,f1
            cats/\u00e9t\u00e9 \ud83d\ude00.jpg,1.0,-0.5
            "a,""b"".png",1.0E-9,3.0
            """);
  }

  @Test
  void arraysOfNumpy() throws IOException, InterruptedException {
    Path file = folder.resolve("f.npz");
    FeatureFile.write(new NewOutput(file, false), FeatureFormat.NPZ, 2, FeatureFileTest::two);

    try (ZipFile archive = new ZipFile(file.toFile())) {
      NpyHeader features = header(archive, "features");
      assertThat(features.tensor().shape()).containsExactly(2L, 2L);
      byte[] paths = content(archive, "paths");
      String head = new String(paths, 0, 128, StandardCharsets.ISO_8859_1);
      assertThat(head).contains("{'descr': '<U14', 'fortran_order': False, 'shape': (2,), }");
      String text = new String(paths, 128, paths.length - 128, Charset.forName("UTF-32LE"));
      assertThat(text)
          .isEqualTo("cats/\u00e9t\u00e9 \ud83d\ude00.jpg" + "a,\"b\".png" + "\0".repeat(5));
      byte[] values = content(archive, "features");
      assertThat(values).endsWith(SafetensorsBytes.floats(1, -0.5f, 1e-9f, 3));
    }
    assertThat(folder.toFile().list()).containsExactly("f.npz");
  }

  @Test
  void nothingIsLeftOfWhatFailed() {
    for (FeatureFormat format : FeatureFormat.values()) {
      Path file = folder.resolve("f." + format);
      assertThatThrownBy(
              () ->
                  FeatureFile.write(
                      new NewOutput(file, false),
                      format,
                      2,
                      sink -> {
                        two(sink);
                        throw new IOException("the disk is full");
                      }))
          .isInstanceOf(UncheckedIOException.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static NpyHeader header(ZipFile archive, String name) throws IOException {
    try (InputStream content = archive.getInputStream(archive.getEntry(name + ".npy"))) {
      return NpyHeader.read(Path.of("f.npz"), name, content);
    }
  }

  private static byte[] content(ZipFile archive, String name) throws IOException {
    try (InputStream content = archive.getInputStream(archive.getEntry(name + ".npy"))) {
      return content.readAllBytes();
    }
  }
}
