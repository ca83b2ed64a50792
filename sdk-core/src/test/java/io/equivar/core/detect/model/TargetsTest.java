package io.equivar.core.detect.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.core.detect.measure.Box;
import io.equivar.core.detect.measure.Detection;
import io.equivar.core.detect.measure.TrueObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetsTest {

  private static final Places PLACES = new Places(4, 8);

  @Test
  void aPlaceBelongsToTheObjectAroundIt() {
    Targets targets = targets(new TrueObject(0, 1, new Box(2, 4, 14, 12), false));

    // Of the centres 4 and 12 each way, (4, 4) and (4, 12) lie on the border: not in the box.
    assertThat(positives(targets)).containsExactly(1 * 4 + 1);
    assertThat(targets.logits()[2 * 5 + 1]).isEqualTo(1);
    assertThat(targets.positives()).isEqualTo(1);
  }

  @Test
  void distancesLeadBackToTheBox() {
    Box box = new Box(1, 2, 30, 28);
    Targets targets = targets(new TrueObject(0, 0, box, false));

    assertThat(positives(targets)).isNotEmpty();
    for (int place : positives(targets)) {
      float[] d = targets.distances();
      Box back =
          PLACES.box(place, d[4 * place], d[4 * place + 1], d[4 * place + 2], d[4 * place + 3]);
      assertThat(back).isEqualTo(box);
      assertThat(targets.centrality()[place]).isBetween(0f, 1f);
    }
    // Only places within 1.5 strides of the centre, (15.5, 15): none of the last row and column.
    assertThat(positives(targets)).containsExactly(0, 1, 2, 4, 5, 6, 8, 9, 10);
  }

  @Test
  void theSmallerOfTwoObjectsTakesThePlace() {
    TrueObject large = new TrueObject(0, 0, new Box(0, 0, 32, 32), false);
    TrueObject small = new TrueObject(0, 1, new Box(9, 9, 15, 15), false);

    Targets targets = targets(small, large);

    assertThat(targets.logits()[2 * 5]).isZero();
    assertThat(targets.logits()[2 * 5 + 1]).isEqualTo(1);
    assertThat(targets.logits()[2 * 6]).isEqualTo(1);
  }

  @Test
  void anObjectBetweenThePlacesHasTheNearest() {
    Targets targets = targets(new TrueObject(0, 0, new Box(6, 6, 7, 7), false));

    assertThat(positives(targets)).containsExactly(0);
    assertThat(targets.distances()[2]).isEqualTo(3);
    assertThat(targets.distances()[0]).isPositive();
  }

  @Test
  void placesInIgnoredBoxesDoNotCount() {
    Targets targets = targets(new TrueObject(0, 0, new Box(0, 0, 9, 9), true));

    assertThat(positives(targets)).isEmpty();
    assertThat(targets.counted()[0]).isZero();
    assertThat(targets.counted()[1]).isEqualTo(1);
    assertThat(targets.positives()).isEqualTo(1);
  }

  @Test
  void suppressionKeepsTheSurestOfEachClass() {
    Box box = new Box(0, 0, 10, 10);
    Detection surest = new Detection(0, 0, box, 0.9);
    Detection same = new Detection(0, 0, new Box(0, 0, 10, 9), 0.8);
    Detection otherClass = new Detection(0, 1, box, 0.7);
    Detection elsewhere = new Detection(0, 0, new Box(20, 20, 30, 30), 0.1);

    assertThat(new Suppression(0.5, 10).apply(List.of(elsewhere, same, otherClass, surest)))
        .containsExactly(surest, otherClass, elsewhere);
    assertThat(new Suppression(0.5, 1).apply(List.of(elsewhere, surest))).containsExactly(surest);
  }

  private static Targets targets(TrueObject... objects) {
    Targets targets = new Targets(PLACES, 2, 1);
    targets.put(0, List.of(objects));
    return targets;
  }

  private static List<Integer> positives(Targets targets) {
    return IntStream.range(0, PLACES.count())
        .filter(place -> targets.positive()[place] == 1)
        .boxed()
        .toList();
  }
}
