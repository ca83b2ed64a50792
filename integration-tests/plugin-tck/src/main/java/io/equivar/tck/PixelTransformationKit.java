package io.equivar.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.PixelImage;
import io.equivar.api.transformation.PixelTransformation;
import io.equivar.api.transformation.PixelTransformationFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Holds a {@link PixelTransformation} to the rules P1 to P11 of the SPI. Say which transformation
 * by {@link #factory} and how it is configured by {@link #configurations}.
 */
public abstract class PixelTransformationKit extends SampledKit<PixelTransformationFactory<?>> {

  private static final int IMAGES = 6;
  private static final int THREADS = 8;

  /** Makes the kit's tests; JUnit calls it. */
  protected PixelTransformationKit() {}

  @Override
  final PixelTransformation create(String configuration, ImageShape shape) {
    return create(factory(), configuration, shape);
  }

  private <C extends Record> PixelTransformation create(
      PixelTransformationFactory<C> factory, String configuration, ImageShape shape) {
    return factory.create(bind(factory, configuration), place(shape));
  }

  @Test
  @DisplayName(
      "P1: The factory MUST have a name in kebab case, a description, and a configuration record"
          + " whose settings are described and whose defaults are accepted")
  public final void factoryDescribesItself() {
    checkFactory();
  }

  @Test
  @DisplayName(
      "P2: A bad configuration MUST be refused with a ConfigurationException that names the key")
  public final void badConfigurationsAreRefused() {
    checkRefusals();
  }

  @Test
  @DisplayName("P3: The parameters and the output size MUST be the same at every call")
  public final void answersStay() {
    checkAnswers();
  }

  @Test
  @DisplayName("P4: Sampling MUST set every declared column and no other")
  public final void columnsAreSet() {
    checkColumns();
  }

  @Test
  @DisplayName("P5: Every sampled value MUST lie in the range of its column")
  public final void valuesAreInRange() {
    checkRanges();
  }

  @Test
  @DisplayName("P6: The same state of the random generator MUST give the same row")
  public final void rowsReplay() {
    checkReplay();
  }

  @Test
  @DisplayName("P7: Sampling from several threads at once MUST give the rows that one thread gives")
  public final void threadsSampleAlike() {
    checkThreads("P6");
  }

  @Test
  @DisplayName("P8: Images of every size MUST leave with the declared output size")
  public final void sizesAreAsDeclared() {
    for (Case tried : cases()) {
      PixelTransformation transformation = create(tried.configuration(), tried.shape());
      ImageShape output = transformation.outputShape(tried.shape());
      for (PixelImage image : images(tried.shape())) {
        PixelImage changed = transformation.apply(image, rows(transformation).get(0));
        assertThat(changed).as(tried.toString()).isNotNull();
        assertThat(changed.shape()).as(tried.toString()).isEqualTo(output);
      }
    }
  }

  @Test
  @DisplayName("P9: The same image and the same row MUST give the same pixels at every call")
  public final void applyingRepeats() {
    for (Case tried : cases()) {
      requireRepetition(tried, create(tried.configuration(), tried.shape()));
    }
  }

  @Test
  @DisplayName("P10: Equal rows MUST act equally on different images, whatever was changed before")
  public final void equalRowsActEqually() {
    for (Case tried : cases()) {
      PixelTransformation transformation = create(tried.configuration(), tried.shape());
      requireRepetitionFirst(tried);
      List<PixelImage> images = images(tried.shape());
      for (KitRow row : rows(transformation)) {
        PixelTransformation another = create(tried.configuration(), tried.shape());
        List<PixelImage> forwards = apply(transformation, images, row);
        List<PixelImage> reversed = new ArrayList<>(images);
        Collections.reverse(reversed);
        List<PixelImage> backwards = apply(another, reversed, row);
        Collections.reverse(backwards);
        requireEqual("images in another order, " + tried, backwards, forwards);
      }
    }
  }

  @Test
  @DisplayName(
      "P11: Applying from several threads at once MUST give the pixels that one thread gives")
  public final void threadsApplyAlike() {
    for (Case tried : cases()) {
      requireRepetitionFirst(tried);
      PixelTransformation transformation = create(tried.configuration(), tried.shape());
      List<PixelImage> images = images(tried.shape());
      List<KitRow> rows = rows(transformation);
      List<PixelImage> alone = applyAll(transformation, images, rows);
      for (List<PixelImage> made :
          Threads.run(THREADS, () -> applyAll(transformation, images, rows))) {
        requireEqual("images changed by each of several threads, " + tried, made, alone);
      }
    }
  }

  private void requireRepetitionFirst(Case tried) {
    Presupposed.check(
        "P9", () -> requireRepetition(tried, create(tried.configuration(), tried.shape())));
  }

  private static void requireRepetition(Case tried, PixelTransformation transformation) {
    for (KitRow row : rows(transformation)) {
      for (PixelImage image : images(tried.shape())) {
        requireEqual(
            "an image changed again, " + tried,
            List.of(transformation.apply(image, row)),
            List.of(transformation.apply(image, row)));
      }
    }
  }

  private static List<PixelImage> applyAll(
      PixelTransformation transformation, List<PixelImage> images, List<KitRow> rows) {
    List<PixelImage> changed = new ArrayList<>();
    rows.forEach(row -> changed.addAll(apply(transformation, images, row)));
    return changed;
  }

  private static List<PixelImage> apply(
      PixelTransformation transformation, List<PixelImage> images, KitRow row) {
    return new ArrayList<>(images.stream().map(image -> transformation.apply(image, row)).toList());
  }

  private static void requireEqual(
      String what, List<PixelImage> actual, List<PixelImage> expected) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).toBytes()).as(what).isEqualTo(expected.get(i).toBytes());
    }
  }

  private static List<KitRow> rows(PixelTransformation transformation) {
    return LongStream.range(0, IMAGES)
        .mapToObj(seed -> KitRow.drawn(transformation, seed).usable())
        .toList();
  }

  private static List<PixelImage> images(ImageShape shape) {
    List<PixelImage> images = new ArrayList<>();
    images.add(PixelImage.of(shape, new byte[TestImages.size(shape)]));
    LongStream.range(1, IMAGES).forEach(number -> images.add(TestImages.pixels(shape, number)));
    return images;
  }
}
