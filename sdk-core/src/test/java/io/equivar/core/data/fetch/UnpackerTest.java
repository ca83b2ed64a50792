package io.equivar.core.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.core.data.fetch.Archives.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackerTest {

  @TempDir private Path folder;

  private final Unpacker unpacker = new Unpacker(UnpackLimits.defaults());

  @Test
  void unpacksTarGzipAndZip() throws IOException {
    Entry[] entries = {Entry.file("d/a.txt", "A"), Entry.file("d/e/b.txt", "B")};
    assertThat(unpack("one.tar", Archives.tar(entries))).isEqualTo(2);
    assertThat(unpack("two.tgz", Archives.gzip(Archives.tar(entries)))).isEqualTo(2);
    assertThat(unpack("three.zip", Archives.zip(entries))).isEqualTo(2);

    for (String name : new String[] {"one.tar", "two.tgz", "three.zip"}) {
      assertThat(folder.resolve("to-" + name + "/d/a.txt")).hasContent("A");
      assertThat(folder.resolve("to-" + name + "/d/e/b.txt")).hasContent("B");
      assertThat(folder.resolve("to-" + name)).isDirectoryNotContaining("glob:**.unpacking-*");
    }
  }

  @Test
  void addsToAFolderThatIsThere() throws IOException {
    Path target = folder.resolve("to-a.tar");
    Files.createDirectories(target.resolve("d"));
    Files.writeString(target.resolve("d/kept.txt"), "K");
    Files.writeString(target.resolve("d/a.txt"), "old");

    unpack("a.tar", Archives.tar(Entry.file("d/a.txt", "A"), Entry.file("__MACOSX/x", "")));

    assertThat(target.resolve("d/kept.txt")).hasContent("K");
    assertThat(target.resolve("d/a.txt")).hasContent("A");
    assertThat(target.resolve("__MACOSX")).doesNotExist();
  }

  @Test
  void replacesNoFolderByAFile() throws IOException {
    Path target = folder.resolve("to-a.tar");
    Files.createDirectories(target.resolve("d"));
    Files.writeString(target.resolve("d/kept.txt"), "K");

    assertThatThrownBy(
            () -> unpack("a.tar", Archives.tar(Entry.file("b.txt", "B"), Entry.file("d", "D"))))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("holds a file where there is the folder " + target.resolve("d"));
    assertThat(target.resolve("d/kept.txt")).hasContent("K");
    assertThat(target.resolve("b.txt")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../out.txt", "d/../../out.txt", "/tmp/equivar-out.txt", "d/..\\out.txt"})
  void refusesNamesThatLeadOut(String name) {
    byte[] tar = Archives.tar(Entry.file("d/good.txt", "G"), Entry.file(name, "bad"));
    byte[] zip = Archives.zip(Entry.file("d/good.txt", "G"), Entry.file(name, "bad"));

    assertThatThrownBy(() -> unpack("a.tar", tar))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("holds a name that leads out of the folder: " + name);
    assertThatThrownBy(() -> unpack("a.zip", zip)).isInstanceOf(FetchException.class);
    assertThat(folder.resolve("to-a.tar")).isEmptyDirectory();
    assertThat(folder.resolve("out.txt")).doesNotExist();
    assertThat(Path.of("/tmp/equivar-out.txt")).doesNotExist();
  }

  @Test
  void refusesLinks() {
    byte[] tar = Archives.tar(Entry.link("d", "/etc"), Entry.file("d/passwd", "x"));

    assertThatThrownBy(() -> unpack("a.tar", tar))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("holds a link or device: d");
  }

  @Test
  void refusesANameTwice() {
    byte[] tar = Archives.tar(Entry.file("a.txt", "1"), Entry.file("a.txt", "2"));

    assertThatThrownBy(() -> unpack("a.tar", tar))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("holds a name twice: a.txt");
  }

  @Test
  void refusesDecompressionBombs() {
    byte[] bomb = Archives.gzip(Archives.tar(Entry.file("zeros.bin", new byte[70 << 20])));

    assertThat(bomb.length).isLessThan(1 << 20);
    assertThatThrownBy(() -> unpack("a.tar.gz", bomb))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("would come to more than 64 MiB, which looks like a decompression");
    assertThat(folder.resolve("to-a.tar.gz")).isEmptyDirectory();
  }

  @Test
  void refusesTooManyEntries() throws IOException {
    Path archive = folder.resolve("a.tar");
    Files.write(archive, Archives.tar(Entry.file("1", ""), Entry.file("2", "")));

    assertThatThrownBy(
            () -> new Unpacker(new UnpackLimits(1, 1000, 10)).unpack(archive, folder.resolve("t")))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("holds more than 1 entries");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tar", "a.tar.gz", "a.zip"})
  void refusesTruncatedArchives(String name) {
    byte[] noise = new byte[40_000];
    new Random(1).nextBytes(noise);
    Entry[] entries = {Entry.file("d/a.txt", "A"), Entry.file("d/b.bin", noise)};
    byte[] tar = Archives.tar(entries);
    byte[] whole =
        name.endsWith("zip")
            ? Archives.zip(entries)
            : name.endsWith("gz") ? Archives.gzip(tar) : tar;

    assertThatThrownBy(() -> unpack(name, Arrays.copyOf(whole, 20_000)))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining(name + " is a damaged or truncated archive");
    assertThat(folder.resolve("to-" + name)).isEmptyDirectory();
  }

  @Test
  void refusesAnArchiveWhoseChecksumIsWrong() {
    byte[] whole = Archives.gzip(Archives.tar(Entry.file("d/a.txt", "A")));
    whole[whole.length - 6] ^= 1;

    assertThatThrownBy(() -> unpack("a.tgz", whole))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("damaged or truncated");
  }

  private int unpack(String name, byte[] archive) throws IOException {
    Files.write(folder.resolve(name), archive);
    return unpacker.unpack(folder.resolve(name), folder.resolve("to-" + name));
  }
}
