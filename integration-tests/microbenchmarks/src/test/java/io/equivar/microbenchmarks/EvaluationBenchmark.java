package io.equivar.microbenchmarks;

import io.equivar.core.evaluate.LabelledFeatures;
import io.equivar.core.evaluate.LinearClassifier;
import io.equivar.core.evaluate.NearestNeighbours;
import io.equivar.core.evaluate.SoftmaxRegression;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measuring representations of a ResNet-18: 5,000 reference and 1,000 test images. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class EvaluationBenchmark {

  private static final int WIDTH = 512;
  private static final int CLASSES = 10;

  private LabelledFeatures references;
  private LabelledFeatures queries;
  private SoftmaxRegression regression;

  /** Draws the features. */
  @Setup
  public void open() {
    Random random = new Random(1);
    references = features(random, 5000);
    queries = features(random, 1000);
    regression = new SoftmaxRegression(references, CLASSES);
  }

  private static LabelledFeatures features(Random random, int count) {
    float[] values = new float[count * WIDTH];
    int[] labels = new int[count];
    for (int row = 0; row < count; row++) {
      labels[row] = row % CLASSES;
      for (int i = 0; i < WIDTH; i++) {
        double centre = i % CLASSES == labels[row] ? 0.2 : 0;
        values[row * WIDTH + i] = (float) Math.max(0, centre + random.nextGaussian());
      }
    }
    return new LabelledFeatures(values, WIDTH, labels);
  }

  /** Votes of 1, 20 and 200 neighbours. */
  @Benchmark
  public List<Double> nearestNeighbours() {
    return NearestNeighbours.STANDARD.accuracies(references, queries);
  }

  /** One fit of the linear probe, from nothing. */
  @Benchmark
  public LinearClassifier softmaxRegression() {
    return regression.fit(1, regression.zero());
  }

  /** Closes TensorFlow's graph. */
  @TearDown
  public void close() {
    regression.close();
  }
}
