package io.equivar.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

class EventFileTest {

  @TempDir private Path folder;

  @Test
  void scalarsCanBeReadBack() throws IOException {
    try (EventFile events = new EventFile(folder)) {
      events.write(3, Map.of("loss/total", 1.5));
      events.write(4, Map.of("loss/total", 1.25));
    }

    List<String> scalars = new ArrayList<>();
    for (Event event : read()) {
      for (Summary.Value value : event.getSummary().getValueList()) {
        scalars.add(event.getStep() + " " + value.getTag() + " " + value.getSimpleValue());
      }
    }
    assertThat(scalars).containsExactly("3 loss/total 1.5", "4 loss/total 1.25");
  }

  /** Reads TFRecords: length, its checksum, the event, its checksum. */
  private List<Event> read() throws IOException {
    Path file;
    try (Stream<Path> files = Files.list(folder)) {
      file = files.filter(path -> path.toString().contains("tfevents")).findFirst().orElseThrow();
    }
    List<Event> events = new ArrayList<>();
    try (DataInputStream input = new DataInputStream(Files.newInputStream(file))) {
      while (input.available() > 0) {
        long length = Long.reverseBytes(input.readLong());
        input.readInt();
        events.add(Event.parseFrom(input.readNBytes((int) length)));
        input.readInt();
      }
    }
    return events;
  }
}
