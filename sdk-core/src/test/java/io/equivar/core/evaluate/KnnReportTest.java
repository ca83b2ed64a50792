package io.equivar.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnnReportTest {

  private static KnnReport report(KnnReport.Result... results) {
    return new KnnReport("knn", 0.07, 1200, 300, 10, List.of(results));
  }

  @Test
  void aSingleNumberStandsInTheTitle() {
    assertThat(report(new KnnReport.Result(20, 0.1, 0.234, 1)).table())
        .isEqualTo(
            """
            kNN accuracy (k = 20, 1,200 reference and 300 test images, 10 classes)
              pixels              10.0 %
              untrained network   23.4 %
              trained network    100.0 %
            """);
  }

  @Test
  void severalNumbersStandBesideEachOther() {
    assertThat(
            report(
                    new KnnReport.Result(1, 0.1, 0.2, 0.3),
                    new KnnReport.Result(200, 0.15, 0.25, 0.35))
                .table())
        .isEqualTo(
            """
            kNN accuracy (1,200 reference and 300 test images, 10 classes)
                                   k = 1  k = 200
              pixels              10.0 %   15.0 %
              untrained network   20.0 %   25.0 %
              trained network     30.0 %   35.0 %
            """);
  }
}
