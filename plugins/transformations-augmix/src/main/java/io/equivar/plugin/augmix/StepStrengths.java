package io.equivar.plugin.augmix;

import io.equivar.api.graph.ImageShape;
import java.util.random.RandomGenerator;

/**
 * The strengths of RandAugment and TrivialAugment: 31 steps from nothing to the end of a {@link
 * Space}, to either side where an operation has two. As in torchvision, colour, contrast,
 * brightness and sharpness have two: their factor is 1 plus or minus the magnitude.
 *
 * @param weakest the first step that is drawn, from 0
 * @param strongest the last step that is drawn, up to {@link #LAST_STEP}
 */
record StepStrengths(Space space, ImageShape image, int weakest, int strongest)
    implements Strengths {

  /** The number of the strongest step. */
  static final int LAST_STEP = 30;

  @Override
  public double draw(Operation operation, RandomGenerator random) {
    int step = random.nextInt(weakest, strongest + 1);
    double magnitude = space.magnitude(operation, (double) step / LAST_STEP, image);
    boolean otherSide = random.nextBoolean();
    return switch (operation) {
      case ROTATE, SHEAR_X, SHEAR_Y, TRANSLATE_X, TRANSLATE_Y ->
          otherSide ? 0 - magnitude : magnitude;
      case COLOR, CONTRAST, BRIGHTNESS, SHARPNESS -> otherSide ? 1 - magnitude : 1 + magnitude;
      case IDENTITY, AUTOCONTRAST, EQUALIZE, POSTERIZE, SOLARIZE -> magnitude;
    };
  }

  @Override
  public Span span(Operation operation) {
    double least = space.magnitude(operation, (double) weakest / LAST_STEP, image);
    double most = space.magnitude(operation, (double) strongest / LAST_STEP, image);
    return switch (operation) {
      case ROTATE, SHEAR_X, SHEAR_Y, TRANSLATE_X, TRANSLATE_Y -> Span.around(most);
      case COLOR, CONTRAST, BRIGHTNESS, SHARPNESS -> new Span(1 - most, 1 + most);
      case IDENTITY, AUTOCONTRAST, EQUALIZE, POSTERIZE, SOLARIZE -> new Span(most, least);
    };
  }
}
