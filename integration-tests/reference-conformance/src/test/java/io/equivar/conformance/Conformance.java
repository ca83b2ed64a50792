package io.equivar.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Runs cases of all kinds. */
final class Conformance {

  private static final Map<String, CaseKind> KINDS =
      Map.of(
          "base-training", new BaseTrainingCases(),
          "linear-probe", new LinearProbeCases(),
          "loss", new LossCases(),
          "objective", new ObjectiveCases(),
          "ranking", new RankingCases(),
          "stl-training", new StlTrainingCases(),
          "transformation", new TransformationCases());

  private Conformance() {}

  /** Runs the case of a file. What goes wrong, down to the reading, is a failure of the case. */
  static CaseResult run(Path file) {
    String name = file.getFileName().toString();
    try {
      ReferenceCase reference = ReferenceCase.read(file);
      name = reference.name();
      String kind = reference.kind();
      Optional<Comparison> comparison =
          Optional.ofNullable(KINDS.get(kind)).flatMap(cases -> cases.compare(reference));
      return comparison.isPresent()
          ? CaseResult.of(name, comparison.get())
          : CaseResult.notCovered(name, kind);
    } catch (IOException | RuntimeException e) {
      return CaseResult.failed(name, e);
    }
  }
}
