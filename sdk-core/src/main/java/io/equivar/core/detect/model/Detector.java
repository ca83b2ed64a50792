package io.equivar.core.detect.model;

import io.equivar.core.detect.measure.Box;
import io.equivar.core.detect.measure.Detection;
import io.equivar.core.detect.voc.DetectionSet;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.SessionOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TUint8;

/** A trained detector. It holds memory outside the Java heap: close it when done. */
public final class Detector implements AutoCloseable {

  private static final int IMAGES_AT_ONCE = 32;
  private static final double LEAST_SCORE = 0.02;
  private static final int CANDIDATES = 400;

  private final DetectorGraph detector;
  private final GraphSession session;

  /**
   * Makes a detector.
   *
   * @param detector in evaluation; is closed with this
   */
  Detector(DetectorGraph detector, SessionOptions options) {
    this.detector = detector;
    this.session = new GraphSession(detector.graph(), options);
  }

  /** Takes the values of all variables from the session of a graph that has them, too. */
  void copyFrom(GraphSession trained) {
    session.initialize(0);
    detector
        .graph()
        .variables()
        .forEach(variable -> session.write(variable.name(), trained.read(variable.name())));
  }

  /** Returns what is found on all images of a set; boxes in pixels of the fitted images. */
  public List<Detection> detect(DetectionSet set) {
    List<Detection> all = new ArrayList<>();
    int bytes = set.images().imageBytes();
    for (int start = 0; start < set.size(); start += IMAGES_AT_ONCE) {
      int count = Math.min(IMAGES_AT_ONCE, set.size() - start);
      byte[] pixels = new byte[count * bytes];
      for (int i = 0; i < count; i++) {
        set.images().read(start + i, pixels, i * bytes);
      }
      all.addAll(detect(pixels, count, start, set.side()));
    }
    return all;
  }

  private List<Detection> detect(byte[] pixels, int count, int firstImage, int side) {
    Shape shape = Shape.of(count, side, side, 3);
    try (TUint8 tensor = TUint8.tensorOf(shape, DataBuffers.of(pixels));
        Result result =
            session
                .runner()
                .feed(detector.images(), tensor)
                .fetch(detector.logits())
                .fetch(detector.distances())
                .fetch(detector.centrality())
                .run()) {
      float[] logits = GraphSession.floats(result.get(0));
      float[] distances = GraphSession.floats(result.get(1));
      float[] centrality = GraphSession.floats(result.get(2));
      List<Detection> found = new ArrayList<>();
      for (int image = 0; image < count; image++) {
        List<Detection> candidates =
            candidates(logits, distances, centrality, image, firstImage + image, side);
        found.addAll(Suppression.DEFAULT.apply(candidates));
      }
      return found;
    }
  }

  private List<Detection> candidates(
      float[] logits, float[] distances, float[] centrality, int row, int image, int side) {
    Places places = detector.places();
    int classes = Math.toIntExact(detector.logits().shape().get(3));
    List<Detection> candidates = new ArrayList<>();
    for (int place = 0; place < places.count(); place++) {
      int at = row * places.count() + place;
      double central = sigmoid(centrality[at]);
      for (int label = 0; label < classes; label++) {
        double score = Math.sqrt(sigmoid(logits[at * classes + label]) * central);
        if (score >= LEAST_SCORE) {
          Box box =
              places.box(
                  place,
                  distances[4 * at],
                  distances[4 * at + 1],
                  distances[4 * at + 2],
                  distances[4 * at + 3]);
          candidates.add(new Detection(image, label, within(box, side), score));
        }
      }
    }
    return candidates.stream()
        .sorted(Comparator.comparingDouble(candidate -> -candidate.score()))
        .limit(CANDIDATES)
        .toList();
  }

  private static Box within(Box box, double side) {
    return new Box(
        Math.max(0, box.left()),
        Math.max(0, box.top()),
        Math.min(side, box.right()),
        Math.min(side, box.bottom()));
  }

  private static double sigmoid(double value) {
    return 1 / (1 + Math.exp(-value));
  }

  @Override
  public void close() {
    session.close();
    detector.close();
  }
}
