package io.equivar.plugin.standard;

import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import java.util.random.RandomGenerator;

/**
 * A transformation in which nothing is random; how often it applies is up to the pipeline's step.
 */
abstract class Deterministic implements Transformation {

  @Override
  public final ParameterSpec parameters() {
    return ParameterSpec.none();
  }

  @Override
  public final void sample(RandomGenerator random, Row row) {
    // There is no column to set.
  }
}
