package io.equivar.core.evaluate;

import io.equivar.api.learning.Encoder;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Applies an encoder once to each operand, however often it is asked: core and objective look at
 * the same views. For evaluation only, where applying it twice would change nothing.
 */
final class RememberingEncoder implements Encoder {

  private final Encoder encoder;
  private final Map<String, Operand<TFloat32>> applied = new HashMap<>();

  RememberingEncoder(Encoder encoder) {
    this.encoder = encoder;
  }

  @Override
  public Operand<TFloat32> apply(Operand<TFloat32> images) {
    String name = images.asOutput().op().name() + ":" + images.asOutput().index();
    return applied.computeIfAbsent(name, unused -> encoder.apply(images));
  }

  @Override
  public int width() {
    return encoder.width();
  }

  @Override
  public Encoder averaged() {
    return encoder.averaged();
  }
}
