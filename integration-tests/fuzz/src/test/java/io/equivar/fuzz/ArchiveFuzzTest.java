package io.equivar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.equivar.core.data.fetch.FetchException;
import io.equivar.core.data.fetch.UnpackLimits;
import io.equivar.core.data.fetch.Unpacker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Archives: nothing of them lands outside their folder, and no links. */
class ArchiveFuzzTest {

  private static final long MOST_ENTRIES = 20;
  private static final long MOST_BYTES = 1 << 16;

  private Folder folder;

  @BeforeEach
  void open() {
    folder = Folder.make();
  }

  @AfterEach
  void close() {
    folder.delete();
  }

  @FuzzTest(maxDuration = "45s")
  void zip(byte[] bytes) throws IOException {
    unpack("archive.zip", bytes);
  }

  @FuzzTest(maxDuration = "45s")
  void tar(byte[] bytes) throws IOException {
    unpack("archive.tar", bytes);
  }

  private void unpack(String name, byte[] bytes) throws IOException {
    Path archive = folder.write(name, bytes);
    Path target = folder.file("in/here");
    try {
      new Unpacker(new UnpackLimits(MOST_ENTRIES, MOST_BYTES, 20)).unpack(archive, target);
    } catch (FetchException e) {
      assertThat(e).hasMessageContaining(name);
    }
    try (Stream<Path> all = Files.list(folder.path())) {
      assertThat(all).containsExactlyInAnyOrder(archive, folder.file("in"));
    }
    try (Stream<Path> all = Files.list(folder.file("in"))) {
      assertThat(all).containsExactly(target);
    }
    try (Stream<Path> all = Files.walk(target)) {
      assertThat(all).noneMatch(Files::isSymbolicLink);
    }
  }
}
