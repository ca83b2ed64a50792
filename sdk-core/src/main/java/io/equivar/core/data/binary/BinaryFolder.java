package io.equivar.core.data.binary;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.data.ImageSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens the files of a folder and collects what is wrong with them. */
final class BinaryFolder {

  private final Archive archive;
  private final Path folder;
  private final int segmentBytes;
  private final List<Problem> problems = new ArrayList<>();
  private final List<MappedRecords> opened = new ArrayList<>();

  BinaryFolder(Archive archive, Path folder, int segmentBytes) {
    this.archive = archive;
    this.folder = folder;
    this.segmentBytes = segmentBytes;
  }

  /** Returns whether there is such a file. */
  boolean has(String name) {
    return Files.isRegularFile(folder.resolve(name));
  }

  /** Returns the names of all files {@code prefix*.bin}, those with smaller numbers first. */
  List<String> names(String prefix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith(prefix) && name.endsWith(".bin"))
          .sorted(new NaturalOrder())
          .toList();
    } catch (IOException e) {
      problems.add(
          new Problem(archive.key(), "must be a folder that can be read", e.toString(), ""));
      return List.of();
    }
  }

  /** Notes that something is not there. */
  void missing(String what) {
    String nextStep =
        Files.isDirectory(folder.resolve(archive.folder()))
            ? "Name its sub-folder " + archive.folder()
            : "Unpack " + archive.file() + " from " + archive.page();
    problems.add(new Problem(archive.key(), "must contain " + what, folder.toString(), nextStep));
  }

  /**
   * Opens a file of images whose records begin with their labels.
   *
   * @param classes the number of classes; labels start with 0
   * @return nothing if the file is damaged
   */
  Optional<LabelledRecords> labelled(String name, RecordLayout layout, int classes) {
    return records(name, layout)
        .map(records -> new LabelledRecords(records, records::label))
        .filter(part -> hasLabels(name, part, 0, classes));
  }

  /**
   * Opens a file of images and one of their labels.
   *
   * @param classes the number of classes; in the file, labels start with 1
   * @return nothing if a file is missing or damaged
   */
  Optional<LabelledRecords> labelled(
      String name, String labelsName, RecordLayout layout, int classes) {
    if (!has(name) || !has(labelsName)) {
      missing(has(name) ? labelsName + " beside " + name : name + " beside " + labelsName);
      return Optional.empty();
    }
    Optional<MappedRecords> records = records(name, layout);
    Optional<byte[]> labels = bytes(labelsName);
    if (records.isEmpty() || labels.isEmpty()) {
      return Optional.empty();
    }
    int count = records.get().count();
    byte[] bytes = labels.get();
    if (bytes.length != count) {
      damaged(
          labelsName,
          "must have a length of " + number(count) + " bytes, one for each image in " + name,
          number(bytes.length));
      return Optional.empty();
    }
    return Optional.of(new LabelledRecords(records.get(), index -> (bytes[index] & 0xff) - 1))
        .filter(part -> hasLabels(labelsName, part, 1, classes));
  }

  /**
   * Opens a file of images without labels.
   *
   * @return nothing if the file is damaged
   */
  Optional<LabelledRecords> unlabelled(String name, RecordLayout layout) {
    return records(name, layout)
        .map(records -> new LabelledRecords(records, index -> ImageSet.NO_LABEL));
  }

  /**
   * Reads the names of the classes, one in a line.
   *
   * @return nothing if there is no such file
   */
  List<String> classNames(String name, int classes) {
    if (!has(name)) {
      return List.of();
    }
    try {
      List<String> names =
          Files.readAllLines(folder.resolve(name)).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      if (names.size() != classes) {
        damaged(name, "must name " + classes + " classes, one in a line", number(names.size()));
      }
      return names;
    } catch (IOException e) {
      unreadable(name, e);
      return List.of();
    }
  }

  /**
   * Ends the opening.
   *
   * @throws ConfigurationException with all problems, if there are any; nothing stays open then
   */
  void check() {
    if (!problems.isEmpty()) {
      opened.forEach(MappedRecords::close);
      throw new ConfigurationException(problems);
    }
  }

  private Optional<MappedRecords> records(String name, RecordLayout layout) {
    try {
      long length = Files.size(folder.resolve(name));
      if (length == 0) {
        damaged(name, "must hold at least one image", "an empty file");
        return Optional.empty();
      }
      if (length % layout.recordBytes() != 0) {
        damaged(
            name,
            "must have a length that is a multiple of " + number(layout.recordBytes()) + " bytes",
            number(length));
        return Optional.empty();
      }
      MappedRecords records = MappedRecords.of(folder.resolve(name), layout, segmentBytes);
      opened.add(records);
      return Optional.of(records);
    } catch (IOException e) {
      unreadable(name, e);
      return Optional.empty();
    }
  }

  private Optional<byte[]> bytes(String name) {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(name)));
    } catch (IOException e) {
      unreadable(name, e);
      return Optional.empty();
    }
  }

  /** Checks all labels; the first that is wrong stands for all in the file. */
  private boolean hasLabels(String name, LabelledRecords part, int first, int classes) {
    int[] labels = part.labels().toArray();
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] < 0 || labels[row] >= classes) {
        damaged(
            name,
            "must have labels in [" + first + ", " + (first + classes - 1) + "]",
            labels[row] + first + " in row " + number(row) + ", counted from 0");
        return false;
      }
    }
    return true;
  }

  private void damaged(String name, String rule, String got) {
    problems.add(
        new Problem(
            archive.key() + "/" + name,
            rule,
            got,
            "Replace "
                + folder.resolve(name)
                + " by the file in "
                + archive.file()
                + " from "
                + archive.page()));
  }

  private void unreadable(String name, IOException cause) {
    problems.add(
        new Problem(
            archive.key() + "/" + name, "must be a file that can be read", cause.toString(), ""));
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
