package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.run.RunFolder;
import io.equivar.core.run.StepLosses;
import io.equivar.core.run.TrainingListener;
import io.equivar.harness.Configurations;
import io.equivar.harness.ProgramRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What lies outside the Java heap is freed when it is no longer needed, not when the collector
 * comes by. Counted are the native objects that are alive, which does not depend on the machine as
 * the size of the process does.
 */
class NativeMemoryIT {

  /** A collection in between may free what others left; none may come from training. */
  private static final long TOLERANCE = 10;

  @TempDir private Path folder;

  @Test
  void steps_leave_nothing_behind() throws InterruptedException {
    Map<Long, Long> alive = new ConcurrentHashMap<>();
    TrainingListener counter =
        new TrainingListener() {
          @Override
          public void noticed(String notice) {
            throw new AssertionError(notice);
          }

          @Override
          public void stepped(long step, StepLosses losses) {
            alive.put(step, Pointer.totalCount());
          }
        };

    try (Equivar equivar = Equivar.open(Optional.empty(), Equivar.standardCache())) {
      RunConfig config =
          equivar
              .configurations()
              .parse(Configurations.small(), "test", List.of("training.epochs=75"));
      equivar
          .experiment()
          .run(config, RunFolder.create(folder.resolve("run")), counter, Optional.empty());
    }

    assertThat(alive).hasSize(300);
    assertThat(alive.values()).allMatch(count -> count <= alive.get(1L) + TOLERANCE);
  }

  @Test
  void runs_leave_nothing_behind() {
    Path configuration = Configurations.write(folder, Configurations.small());
    ProgramRun.succeeding("train", configuration, "--out", folder.resolve("warm-up"));
    long before = Pointer.totalCount();

    ProgramRun.succeeding("train", configuration, "--out", folder.resolve("run"));
    ProgramRun.succeeding("preview", configuration, "--out", folder.resolve("views.png"));
    ProgramRun.succeeding("evaluate", folder.resolve("run"), "--protocol", "knn");

    assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before + TOLERANCE);
  }
}
