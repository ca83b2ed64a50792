package io.equivar.core.detect.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Numbers for COCO are those of pycocotools 2.0.11 (objects that are ignored by their area), those
 * for VOC of a NumPy version of the development kit's script, on the same objects and detections.
 */
class AveragePrecisionTest {

  private static final Offset<Double> EXACT = within(1e-12);

  private final List<TrueObject> objects =
      rows("objects.csv").stream()
          .map(row -> new TrueObject(row[0], row[1], box(row), row[6] == 1))
          .toList();
  private final List<Detection> detections =
      rows("detections.csv").stream()
          .map(row -> new Detection(row[0], row[1], box(row), row[6]))
          .toList();

  @Test
  void isThatOfPycocotools() {
    AveragePrecision coco = AveragePrecision.COCO;

    assertThat(coco.meanOverThresholds(objects, detections)).isEqualTo(0.1791346167744404, EXACT);
    assertThat(coco.mean(objects, detections, 0.5)).isEqualTo(0.4667410602432991, EXACT);
    assertThat(coco.mean(objects, detections, 0.75)).isEqualTo(0.07403453232553758, EXACT);
    assertThat(ofClasses(coco, 0.5))
        .containsExactly(
            new double[] {0.4215764432328766, 0.5890012459892605, 0.3896454915077603}, EXACT);
  }

  @Test
  void isThatOfPycocotoolsWhereNothingIsIgnored() {
    List<TrueObject> counted =
        objects.stream()
            .map(object -> new TrueObject(object.image(), object.label(), object.box(), false))
            .toList();
    AveragePrecision coco = AveragePrecision.COCO;

    assertThat(coco.meanOverThresholds(counted, detections)).isEqualTo(0.18006013338429402, EXACT);
    assertThat(coco.mean(counted, detections, 0.5)).isEqualTo(0.4519167612443832, EXACT);
    assertThat(coco.mean(counted, detections, 0.75)).isEqualTo(0.08076507095539429, EXACT);
  }

  @Test
  void isThatOfTheVocScript() {
    assertThat(ofClasses(AveragePrecision.VOC, 0.5))
        .containsExactly(
            new double[] {0.39852014157650123, 0.587252883820531, 0.39877146390456764}, EXACT);
    assertThat(AveragePrecision.VOC.mean(objects, detections, 0.75))
        .isEqualTo(0.07231422750079583, EXACT);
  }

  @Test
  void isThatOfTheVocScriptOf2007() {
    assertThat(ofClasses(AveragePrecision.VOC_2007, 0.5))
        .containsExactly(
            new double[] {0.4067483071892842, 0.596632220256021, 0.40517005388360444}, EXACT);
    assertThat(AveragePrecision.VOC_2007.mean(objects, detections, 0.75))
        .isEqualTo(0.07893405173426422, EXACT);
  }

  @Test
  void isOneForPerfectDetectionsAndZeroForNone() {
    List<Detection> perfect =
        objects.stream()
            .map(object -> new Detection(object.image(), object.label(), object.box(), 1))
            .toList();

    assertThat(AveragePrecision.COCO.meanOverThresholds(objects, perfect)).isEqualTo(1, EXACT);
    assertThat(AveragePrecision.VOC.mean(objects, perfect, 0.5)).isEqualTo(1, EXACT);
    assertThat(AveragePrecision.COCO.mean(objects, List.of(), 0.5)).isZero();
    assertThat(AveragePrecision.COCO.mean(List.of(), perfect, 0.5)).isZero();
  }

  @Test
  void countsASecondDetectionOfAnObjectAsWrong() {
    Box box = new Box(0, 0, 10, 10);
    List<TrueObject> two =
        List.of(
            new TrueObject(0, 0, box, false), new TrueObject(0, 0, new Box(50, 50, 60, 60), false));
    List<Detection> found =
        List.of(
            new Detection(0, 0, box, 0.9),
            new Detection(0, 0, new Box(0, 0, 10, 9), 0.8),
            new Detection(0, 0, new Box(50, 50, 60, 60), 0.7));

    // Precisions 1, 1/2, 2/3 at recalls 1/2, 1/2, 1.
    assertThat(AveragePrecision.VOC.mean(two, found, 0.5)).isEqualTo(0.5 + 0.5 * 2 / 3, EXACT);
  }

  @Test
  void overlapsAreThoseOfAreas() {
    Box box = new Box(0, 0, 10, 10);

    assertThat(box.overlap(new Box(5, 0, 15, 10))).isEqualTo(50.0 / 150, EXACT);
    assertThat(box.overlap(new Box(10, 0, 20, 10))).isZero();
    assertThat(box.overlap(box)).isEqualTo(1, EXACT);
    assertThat(box.mirrored(40)).isEqualTo(new Box(30, 0, 40, 10));
  }

  private double[] ofClasses(AveragePrecision measure, double threshold) {
    return IntStream.range(0, 3)
        .mapToDouble(label -> measure.ofClass(label, objects, detections, threshold).orElseThrow())
        .toArray();
  }

  private static Box box(int[] row) {
    return new Box(row[2], row[3], row[4], row[5]);
  }

  private static List<int[]> rows(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    AveragePrecisionTest.class.getResourceAsStream("/detect/" + name)),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .skip(1)
          .map(line -> Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
