package io.equivar.core.evaluate;

import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.nn.TopK;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Classifies images by the votes of their nearest neighbours: the {@code k} reference images of the
 * greatest cosine similarity {@code s} vote for their class with weight {@code exp(s /
 * temperature)} (Wu et al. 2018, section 3.4). Exact: every query is compared with every reference,
 * once for all numbers of neighbours.
 *
 * @param ks numbers of neighbours that vote, each at least 1; at most all references do
 * @param temperature of the weights, greater than 0
 */
public record NearestNeighbours(List<Integer> ks, double temperature) {

  /** The usual temperature. */
  public static final double TEMPERATURE = 0.07;

  /** 20 neighbours, temperature 0.07: for a look after a training. */
  public static final NearestNeighbours DEFAULT = new NearestNeighbours(List.of(20), TEMPERATURE);

  /** 1, 20 and 200 neighbours, temperature 0.07: for comparisons. */
  public static final NearestNeighbours STANDARD =
      new NearestNeighbours(List.of(1, 20, 200), TEMPERATURE);

  private static final int QUERIES_AT_ONCE = 256;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range, or there is none
   */
  public NearestNeighbours {
    ks = List.copyOf(ks);
    if (ks.isEmpty() || ks.stream().anyMatch(k -> k < 1) || !(temperature > 0)) {
      throw new IllegalArgumentException(
          "nearest neighbours need k of at least 1 and a positive temperature, got "
              + ks
              + " and "
              + temperature);
    }
  }

  /** Returns these numbers of neighbours, those beyond the number of references as all of them. */
  public NearestNeighbours atMost(int references) {
    return new NearestNeighbours(
        ks.stream().map(k -> Math.min(k, references)).distinct().toList(), temperature);
  }

  /**
   * Returns the share of queries whose class the vote finds, in [0, 1], for each number of
   * neighbours.
   */
  public List<Double> accuracies(LabelledFeatures references, LabelledFeatures queries) {
    return predict(references, queries).stream()
        .map(predictions -> Accuracy.TOP_1.of(predictions, queries.labels()))
        .toList();
  }

  /**
   * Returns, for each number of neighbours, the class that the neighbours of every query vote for;
   * the lowest of those with equal votes.
   *
   * @throws IllegalArgumentException if there is nothing to compare, or the widths differ
   */
  public List<int[]> predict(LabelledFeatures references, LabelledFeatures queries) {
    if (references.size() == 0 || queries.size() == 0) {
      throw new IllegalArgumentException("nearest neighbours need references and queries");
    }
    if (references.width() != queries.width()) {
      throw new IllegalArgumentException(
          "references have " + references.width() + " features, queries " + queries.width());
    }
    int most = ks.stream().mapToInt(Integer::intValue).max().orElseThrow();
    int neighbours = Math.min(most, references.size());
    int classes = Arrays.stream(references.labels()).max().getAsInt() + 1;
    List<int[]> predictions = ks.stream().map(k -> new int[queries.size()]).toList();
    similarities(
        references.normalized(),
        queries.normalized(),
        neighbours,
        (nearest, query) -> {
          for (int i = 0; i < ks.size(); i++) {
            int voters = Math.min(ks.get(i), neighbours);
            predictions.get(i)[query] = vote(nearest, voters, references.labels(), classes);
          }
        });
    return predictions;
  }

  private int vote(Nearest nearest, int voters, int[] labels, int classes) {
    double[] votes = new double[classes];
    for (int i = 0; i < voters; i++) {
      votes[labels[nearest.index(i)]] += Math.exp(nearest.similarity(i) / temperature);
    }
    return indexOfLargest(votes);
  }

  private static void similarities(
      LabelledFeatures references,
      LabelledFeatures queries,
      int neighbours,
      ObjIntConsumer<Nearest> consumer) {
    int width = references.width();
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      Ops tf = graph.tf();
      Placeholder<TFloat32> reference = tf.placeholder(TFloat32.class);
      Placeholder<TFloat32> query = tf.placeholder(TFloat32.class);
      Operand<TFloat32> products = tf.linalg.matMul(query, reference, MatMul.transposeB(true));
      TopK<TFloat32, TInt32> top = tf.nn.topK(products, tf.constant(neighbours), TInt32.class);
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT);
          TFloat32 all = matrix(references.values(), references.size(), width)) {
        for (int start = 0; start < queries.size(); start += QUERIES_AT_ONCE) {
          int end = Math.min(start + QUERIES_AT_ONCE, queries.size());
          float[] block = Arrays.copyOfRange(queries.values(), start * width, end * width);
          try (TFloat32 some = matrix(block, end - start, width);
              Result result =
                  session
                      .runner()
                      .feed(reference, all)
                      .feed(query, some)
                      .fetch(top.values())
                      .fetch(top.indices())
                      .run()) {
            float[] values = GraphSession.floats(result.get(0));
            int[] indices = new int[values.length];
            ((TInt32) result.get(1)).copyTo(DataBuffers.of(indices));
            for (int i = start; i < end; i++) {
              consumer.accept(new Nearest(values, indices, (i - start) * neighbours), i);
            }
          }
        }
      }
    }
  }

  private static TFloat32 matrix(float[] values, int rows, int width) {
    return TFloat32.tensorOf(Shape.of(rows, width), DataBuffers.of(values));
  }

  private static int indexOfLargest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /** The neighbours of one query, nearest first: a window of a block's results. */
  @SuppressWarnings("ArrayRecordComponent") // A window, never compared.
  private record Nearest(float[] similarities, int[] indices, int offset) {

    int index(int rank) {
      return indices[offset + rank];
    }

    double similarity(int rank) {
      return similarities[offset + rank];
    }
  }
}
