package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.core.evaluate.Accuracy;
import io.equivar.core.evaluate.LabelledFeatures;
import io.equivar.core.evaluate.LinearClassifier;
import io.equivar.core.evaluate.SoftmaxRegression;
import java.util.Optional;

/** Optima of regularised softmax regressions. */
final class LinearProbeCases implements CaseKind {

  @Override
  public Optional<Comparison> compare(ReferenceCase reference) {
    JsonNode json = reference.json();
    ReferenceArray centres = ReferenceArray.of(json.required("centres"));
    LabelledFeatures training = rows(centres, ReferenceArray.of(json.required("trainNoise")));
    LabelledFeatures test = rows(centres, ReferenceArray.of(json.required("testNoise")));
    double weight = json.required("weight").doubleValue();
    JsonNode expected = reference.expected();
    Comparison comparison = new Comparison();
    try (SoftmaxRegression regression =
        new SoftmaxRegression(training, json.required("classes").intValue())) {
      LinearClassifier classifier = regression.fit(weight, regression.zero());
      double objective = expected.required("objective").doubleValue();
      comparison.check(
          "objective",
          regression.objective(classifier, weight),
          objective,
          reference.tolerance("relative") * objective);
      comparison.check(
          "testAccuracy",
          Accuracy.TOP_1.of(classifier.predict(test), test.labels()),
          expected.required("testAccuracy").doubleValue(),
          reference.tolerance("absoluteAccuracy"));
      double[] probabilities = classifier.probabilities(test, 0);
      for (int c = 0; c < probabilities.length; c++) {
        comparison.check(
            "firstTestRowProbabilities[" + c + "]",
            probabilities[c],
            expected.required("firstTestRowProbabilities").required(c).doubleValue(),
            reference.tolerance("absoluteProbability"));
      }
    }
    return Optional.of(comparison);
  }

  /** Row {@code r} is the centre of class {@code r mod k}, plus noise. */
  private static LabelledFeatures rows(ReferenceArray centres, ReferenceArray noise) {
    int classes = (int) centres.shape().get(0);
    int count = (int) noise.shape().get(0);
    int width = (int) noise.shape().get(1);
    float[] values = new float[count * width];
    int[] labels = new int[count];
    for (int row = 0; row < count; row++) {
      labels[row] = row % classes;
      for (int i = 0; i < width; i++) {
        values[row * width + i] =
            centres.values()[labels[row] * width + i] + noise.values()[row * width + i];
      }
    }
    return new LabelledFeatures(values, width, labels);
  }
}
