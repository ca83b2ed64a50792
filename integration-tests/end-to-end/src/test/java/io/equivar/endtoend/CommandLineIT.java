package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.harness.ProgramRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command explains itself, and wrong usage is answered with how it is used. */
class CommandLineIT {

  @Test
  void help_names_the_commands_and_the_exit_codes() {
    assertThat(ProgramRun.succeeding("--help").out())
        .startsWith("Usage: equivar ")
        .contains("Learns image representations from unlabelled images.")
        .containsPattern("train +Trains a network and records the run in a folder\\.")
        .containsPattern("evaluate +Measures how good the representations of a run are\\.")
        .containsPattern("report +Makes the page that shows a run")
        .containsPattern("compare +Shows runs side by side")
        .containsPattern("embed +Writes the features of all images in a folder\\.")
        .containsPattern("export +Writes the trained backbone")
        .containsPattern("import +Makes a run of weights")
        .containsPattern("preview +Draws pairs of images and their views")
        .containsPattern("plugins +Lists what is installed")
        .containsPattern("doctor +Checks Java, TensorFlow")
        .contains("Exit codes: 0, 1 failed, 2 wrong usage or configuration.");
  }

  @ParameterizedTest
  @CsvSource({
    "train, --set=KEY=VALUE",
    "train, --out=DIR",
    "train, --no-evaluation",
    "evaluate, --protocol",
    "evaluate, --k",
    "evaluate, --data=NAME=DIR",
    "evaluate-detection, --data=VOCDIR",
    "report, --out=FILE.html",
    "compare, --json",
    "embed, --out=FILE",
    "export, --format",
    "import, --weights=FILE",
    "preview, --out=FILE.png",
    "preview, --pairs",
    "plugins, --json",
    "doctor, --plugins=DIR",
    "train, --debug"
  })
  void a_command_explains_its_options(String command, String option) {
    assertThat(ProgramRun.succeeding(command, "-h").out())
        .startsWith("Usage: equivar " + command + " ")
        .contains(option);
  }

  @Test
  void version_names_the_program_the_spi_and_java() {
    assertThat(ProgramRun.succeeding("--version").out().lines())
        .hasSize(3)
        .satisfiesExactly(
            program -> assertThat(program).matches("Equivar \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"),
            spi -> assertThat(spi).isEqualTo("SPI 1.0"),
            java -> assertThat(java).startsWith("Java "));
  }

  @Test
  void plugins_lists_what_is_built_in() {
    assertThat(ProgramRun.succeeding("plugins").out())
        .contains("standard:color-jitter (transformation)")
        .contains("hue: number in [0, 0.5] turns, default 0.1")
        .contains("equivar:simclr (base method)")
        .contains("equivar:byol (base method)")
        .contains("equivar:simsiam (base method)")
        .contains("equivar:barlow-twins (base method)")
        .contains("equivar:vicreg (base method)")
        .contains("equivar:moco (base method)")
        .contains("equivar:stl (objective)")
        .contains("equivar:invariant (objective)")
        .doesNotContain("PROBLEM");
  }

  @Test
  void doctor_looks_at_everything() {
    assertThat(ProgramRun.succeeding("doctor").out())
        .containsPattern("OK +Java +17\\.")
        .containsPattern("(OK|NOTE) +Cores +\\d+")
        .containsPattern("OK +TensorFlow +2\\.18")
        .containsPattern("OK +Device +CPU")
        .containsPattern("OK +Plugins +[1-9]\\d* installed and usable")
        .doesNotContain("FAILED");
  }

  @Test
  void an_unknown_command_is_answered_with_the_nearest() {
    ProgramRun run = ProgramRun.of("trian");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errors())
        .startsWith("Unmatched argument at index 0: 'trian'")
        .contains("Did you mean: equivar train?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train config.yaml",
        "preview config.yaml --out views.png",
        "report run",
        "compare run",
        "evaluate run --protocol knn",
        "embed run photos --out features.npz",
        "export run --format npz --out backbone.npz",
        "import config.yaml --out run",
        "plugins",
        "doctor"
      })
  void an_unknown_option_is_answered_with_the_usage(String call) {
    ProgramRun run = ProgramRun.of((Object[]) (call + " --sed=1").split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errors()).startsWith("Unknown option: '--sed=1'");
    assertThat(run.err()).doesNotContain("\tat ");
  }

  @Test
  void no_command_is_answered_with_the_usage() {
    ProgramRun run = ProgramRun.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errors()).startsWith("Missing required subcommand");
    assertThat(run.err()).contains("Usage: equivar ");
  }

  @Test
  void a_missing_argument_is_named() {
    assertThat(ProgramRun.of("train").errors())
        .startsWith("Missing CONFIG.yaml, or --resume RUN to go on with a run");
    assertThat(ProgramRun.of("evaluate", "runs/one").errors())
        .startsWith("Missing required option: '--protocol=<protocol>'");
  }

  @Test
  void an_unknown_protocol_is_answered_with_those_there_are() {
    ProgramRun run = ProgramRun.of("evaluate", "runs/one", "--protocol", "guess");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors().get(0))
        .contains("'guess'")
        .contains("[knn, linear, transformation-prediction,");
  }
}
