package io.equivar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.equivar.api.config.ConfigurationException;
import io.equivar.core.application.Equivar;
import io.equivar.core.config.DataConfig;
import io.equivar.core.config.DtdData;
import io.equivar.core.config.Flowers102Data;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.data.DataSplits;
import io.equivar.core.detect.voc.VocFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Lists and annotations of published data sets: read as a whole, or refused. */
class PublishedFilesFuzzTest {

  private static Folder cache;
  private static Equivar equivar;

  private Folder folder;

  @BeforeAll
  static void openProgram() {
    cache = Folder.make();
    equivar = Equivar.open(Optional.empty(), new CacheFolder(cache.path()));
  }

  @AfterAll
  static void closeProgram() {
    equivar.close();
    cache.delete();
  }

  @BeforeEach
  void open() {
    folder = Folder.make();
  }

  @AfterEach
  void close() {
    folder.delete();
  }

  @FuzzTest(maxDuration = "45s")
  void labels(byte[] bytes) throws IOException {
    folder.write("set/imagelabels.mat", bytes);
    folder.write("set/setid.mat", resource("setid.mat"));
    byte[] image = resource("ImageFuzzTestInputs/image/small.jpg");
    for (int i = 1; i <= 3; i++) {
      folder.write("set/jpg/image_0000" + i + ".jpg", image);
    }
    read(new Flowers102Data(folder.file("set"), 8));
  }

  @FuzzTest(maxDuration = "45s")
  void list(byte[] bytes) throws IOException {
    folder.write("set/labels/train1.txt", bytes);
    folder.write("set/labels/val1.txt", bytes);
    folder.write("set/labels/test1.txt", "a/b.jpg\n".getBytes(StandardCharsets.UTF_8));
    byte[] image = resource("ImageFuzzTestInputs/image/small.jpg");
    folder.write("set/images/a/b.jpg", image);
    folder.write("set/images/banded/banded_0001.jpg", image);
    read(new DtdData(folder.file("set"), 8, 1));
  }

  @FuzzTest(maxDuration = "45s")
  void annotation(byte[] bytes) throws IOException {
    folder.write("ImageSets/Main/test.txt", "000001\n".getBytes(StandardCharsets.UTF_8));
    folder.write("Annotations/000001.xml", bytes);
    folder.write("JPEGImages/000001.jpg", resource("ImageFuzzTestInputs/image/small.jpg"));
    try {
      assertThat(VocFolder.open(folder.path()).read("test")).hasSize(1);
    } catch (ConfigurationException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  private static void read(DataConfig config) {
    try (DataSplits splits = equivar.data().open(config, notice -> {})) {
      assertThat(splits.training().size()).isPositive();
    } catch (ConfigurationException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PublishedFilesFuzzTest.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    }
  }
}
