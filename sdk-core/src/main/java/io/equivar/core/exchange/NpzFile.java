package io.equivar.core.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An npz file: a zip archive of arrays, compressed or not. */
final class NpzFile implements TensorFile {

  private static final String SUFFIX = ".npy";

  private final Path file;
  private final ZipFile archive;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
  private final Map<String, TensorHeader> tensors = new LinkedHashMap<>();

  private NpzFile(Path file, ZipFile archive) {
    this.file = file;
    this.archive = archive;
  }

  static NpzFile open(Path file) {
    try {
      ZipFile archive = new ZipFile(file.toFile());
      try {
        NpzFile opened = new NpzFile(file, archive);
        opened.readHeaders();
        return opened;
      } catch (IOException | RuntimeException | Error e) {
        archive.close();
        throw e;
      }
    } catch (ZipException e) {
      throw FileProblem.damaged(
          file, "must be a whole zip archive", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void readHeaders() throws IOException {
    List<ZipEntry> all = new ArrayList<>(Collections.list(archive.entries()));
    if (all.stream().anyMatch(entry -> entry.getName().endsWith("data.pkl"))) {
      throw FileProblem.pickle(file);
    }
    for (ZipEntry entry : all) {
      if (!entry.getName().endsWith(SUFFIX)) {
        throw FileProblem.of(
            file, "must be a zip archive of arrays, name.npy", entry.getName(), "");
      }
      String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
      try (InputStream content = archive.getInputStream(entry)) {
        NpyHeader head = NpyHeader.read(file, name, content);
        long bytes = entry.getSize() - head.headBytes();
        if (bytes != head.tensor().bytes()) {
          throw FileProblem.damaged(
              file,
              "must have %,d bytes for array %s of %s %s"
                  .formatted(
                      head.tensor().bytes(), name, head.tensor().type(), head.tensor().shape()),
              "%,d".formatted(bytes));
        }
        if (tensors.put(name, head.tensor()) != null) {
          throw FileProblem.damaged(file, "must have every array once", name + " twice");
        }
        entries.put(name, entry);
      }
    }
  }

  @Override
  public Map<String, TensorHeader> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  @Override
  public float[] read(String name) {
    ZipEntry entry = entries.get(name);
    TensorHeader tensor = tensors.get(name);
    if (entry == null || tensor == null) {
      throw new IllegalArgumentException("no array " + name);
    }
    int bytes = Math.toIntExact(tensor.bytes());
    try (CheckedInputStream content =
        new CheckedInputStream(archive.getInputStream(entry), new CRC32())) {
      NpyHeader.read(file, name, content);
      byte[] data = content.readNBytes(bytes);
      if (data.length != bytes || content.getChecksum().getValue() != entry.getCrc()) {
        throw FileProblem.damaged(
            file,
            "must hold array " + name + " as it was written",
            data.length < bytes ? "a part of it" : "another checksum");
      }
      return tensor.type().floats(ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN));
    } catch (ZipException | EOFException e) {
      throw FileProblem.damaged(
          file, "must hold array " + name + " as it was written", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of " + file, e);
    }
  }

  @Override
  public void close() {
    try {
      archive.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }
}
