package io.equivar.plugin.augmix;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A number of operations, each drawn from all, one after the other.
 *
 * <ul>
 *   <li>RandAugment (Cubuk et al. 2020, algorithm 2): N operations of one strength M.
 *   <li>TrivialAugment (Müller and Hutter 2021, algorithm 1): one operation of any strength.
 * </ul>
 *
 * Columns {@code operation-i} and {@code magnitude-i} for the i-th operation, from 1. They are no
 * label: what a magnitude means depends on the operation. The identity is a chain of {@link
 * Operation#IDENTITY}.
 */
final class RandomChain implements Transformation {

  private final List<String> suffixes;
  private final LinkColumns columns;
  private final LinkStage stage;
  private final ParameterSpec parameters;

  private RandomChain(int count, List<Operation> operations, Strengths strengths) {
    this.suffixes = IntStream.rangeClosed(1, count).mapToObj(link -> "-" + link).toList();
    this.columns = new LinkColumns(operations, strengths);
    this.stage = new LinkStage(operations);
    this.parameters =
        ParameterSpec.of(
                suffixes.stream().flatMap(suffix -> columns.columns(suffix).stream()).toList())
            .withoutLabel();
  }

  static RandomChain randAugment(RandAugmentConfig config, ImageShape image) {
    return new RandomChain(
        config.count(),
        config.operations(),
        new StepStrengths(Space.STANDARD, image, config.magnitude(), config.magnitude()));
  }

  static RandomChain trivialAugment(TrivialAugmentConfig config, ImageShape image) {
    return new RandomChain(
        1,
        config.operations(),
        new StepStrengths(config.space(), image, 0, StepStrengths.LAST_STEP));
  }

  @Override
  public ParameterSpec parameters() {
    return parameters;
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    suffixes.forEach(suffix -> columns.sample(random, row, suffix));
  }

  @Override
  public boolean identity(Row row) {
    suffixes.forEach(suffix -> LinkColumns.setIdentity(row, suffix));
    return true;
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Operand<TFloat32> changed = images;
    for (String suffix : suffixes) {
      changed = stage.apply(g, changed, LinkColumns.read(g.tf(), parameters, suffix));
    }
    return changed;
  }
}
