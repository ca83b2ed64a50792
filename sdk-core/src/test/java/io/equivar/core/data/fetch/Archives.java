package io.equivar.core.data.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Makes archives. */
final class Archives {

  private Archives() {}

  /** An entry; a link if it has a target. */
  @SuppressWarnings("ArrayRecordComponent") // Content, handed on and never compared.
  record Entry(String name, byte[] content, String target) {

    static Entry file(String name, String text) {
      return new Entry(name, text.getBytes(StandardCharsets.UTF_8), "");
    }

    static Entry file(String name, byte[] content) {
      return new Entry(name, content, "");
    }

    static Entry link(String name, String target) {
      return new Entry(name, new byte[0], target);
    }
  }

  static byte[] tar(Entry... entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Entry entry : entries) {
        TarArchiveEntry header =
            entry.target().isEmpty()
                ? new TarArchiveEntry(entry.name(), true)
                : new TarArchiveEntry(entry.name(), TarArchiveEntry.LF_SYMLINK);
        header.setLinkName(entry.target());
        header.setSize(entry.content().length);
        out.putArchiveEntry(header);
        out.write(entry.content());
        out.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] zip(Entry... entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Entry entry : entries) {
        out.putNextEntry(new ZipEntry(entry.name()));
        out.write(entry.content());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Packs everything in a folder. */
  static byte[] tarOf(Path folder, String... children) {
    List<Entry> entries =
        Stream.of(children)
            .flatMap(child -> files(folder.resolve(child)))
            .map(file -> Entry.file(folder.relativize(file).toString(), read(file)))
            .toList();
    return tar(entries.toArray(Entry[]::new));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
