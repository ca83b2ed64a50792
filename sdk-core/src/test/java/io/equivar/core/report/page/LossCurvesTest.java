package io.equivar.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.core.report.Metrics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossCurvesTest {

  private static Metrics metrics(long step, double loss) {
    return new Metrics(step, 1, 0.1, loss, Map.of(), 10, 0);
  }

  @Test
  void long_trainings_are_drawn_by_means_of_neighbouring_steps() {
    List<Metrics> lines =
        IntStream.rangeClosed(1, 1200).mapToObj(step -> metrics(step, step % 2)).toList();

    LineChart.Curve curve = LossCurves.curve("total", 0, lines, Metrics::loss);

    assertThat(curve.points())
        .hasSize(600)
        .allSatisfy(point -> assertThat(point.y()).isEqualTo(0.5));
    assertThat(curve.points().get(599).x()).isEqualTo(1200);
  }

  @Test
  void what_is_no_number_is_left_out() {
    LineChart.Curve curve =
        LossCurves.curve("total", 0, List.of(metrics(1, 2), metrics(2, Double.NaN)), Metrics::loss);

    assertThat(curve.points()).containsExactly(new LineChart.Point(1, 2));
  }

  @Test
  void without_metrics_there_is_no_chart() {
    assertThat(LossCurves.of(List.of())).isEmpty();
  }
}
