package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.plugin.barlowtwins.BarlowTwins;
import io.equivar.plugin.barlowtwins.BarlowTwinsConfig;
import io.equivar.plugin.byol.Byol;
import io.equivar.plugin.byol.ByolConfig;
import io.equivar.plugin.byol.MomentumSchedule;
import io.equivar.plugin.moco.MoCo;
import io.equivar.plugin.simclr.SimClr;
import io.equivar.plugin.simclr.SimClrConfig;
import io.equivar.plugin.simsiam.SimSiam;
import io.equivar.plugin.vicreg.VicReg;
import io.equivar.plugin.vicreg.VicRegConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The losses of base methods without heads, by the names that cases give them. */
final class BaseLosses {

  private static final Map<String, Maker> LOSSES =
      Map.of(
          "barlow-twins", BaseLosses::barlowTwins,
          "byol", BaseLosses::byol,
          "info-nce", BaseLosses::infoNce,
          "moco", BaseLosses::moco,
          "simsiam", BaseLosses::simSiam,
          "vicreg", BaseLosses::vicReg);

  private BaseLosses() {}

  /** Adds a loss to a graph. */
  @FunctionalInterface
  interface Maker {
    Loss make(GraphContext g, JsonNode arguments, Map<String, Operand<TFloat32>> inputs);
  }

  /** Returns empty if there is no such loss. */
  static Optional<Maker> find(String name) {
    return Optional.ofNullable(LOSSES.get(name));
  }

  private static Loss barlowTwins(
      GraphContext g, JsonNode arguments, Map<String, Operand<TFloat32>> inputs) {
    BarlowTwinsConfig config =
        new BarlowTwinsConfig(number(arguments, "lam"), List.of(), List.of());
    return ofBothSides(new BarlowTwins(config, "barlow-twins"), g, inputs);
  }

  private static Loss byol(
      GraphContext g, JsonNode arguments, Map<String, Operand<TFloat32>> inputs) {
    ByolConfig config =
        new ByolConfig(0.996, MomentumSchedule.COSINE, List.of(), List.of(), List.of());
    Pair pair =
        Pair.of(
            Side.of(inputs.get("p1")),
            Side.of(inputs.get("p2")),
            () -> Side.of(inputs.get("t1")),
            () -> Side.of(inputs.get("t2")));
    return new Byol(config, "byol").dissimilarity(g, pair);
  }

  private static Loss infoNce(
      GraphContext g, JsonNode arguments, Map<String, Operand<TFloat32>> inputs) {
    SimClrConfig config = new SimClrConfig(number(arguments, "T"), List.of(), List.of());
    return ofBothSides(new SimClr(config, "simclr"), g, inputs);
  }

  private static Loss moco(
      GraphContext g, JsonNode arguments, Map<String, Operand<TFloat32>> inputs) {
    return Loss.of(
        MoCo.loss(
            g.tf(), inputs.get("q"), inputs.get("k"), inputs.get("queue"), number(arguments, "T")));
  }

  private static Loss simSiam(
      GraphContext g, JsonNode arguments, Map<String, Operand<TFloat32>> inputs) {
    return Loss.of(
        SimSiam.loss(
            g.tf(), inputs.get("p1"), inputs.get("p2"), inputs.get("z1"), inputs.get("z2")));
  }

  private static Loss vicReg(
      GraphContext g, JsonNode arguments, Map<String, Operand<TFloat32>> inputs) {
    VicRegConfig config =
        new VicRegConfig(
            new VicRegConfig.Weights(
                number(arguments, "sim"), number(arguments, "std"), number(arguments, "cov")),
            arguments.path("gamma").asDouble(1),
            number(arguments, "eps"),
            List.of(),
            List.of());
    return ofBothSides(new VicReg(config, "vicreg"), g, inputs);
  }

  private static Loss ofBothSides(
      BaseModel base, GraphContext g, Map<String, Operand<TFloat32>> inputs) {
    Side a = Side.of(inputs.get("z1"));
    Side b = Side.of(inputs.get("z2"));
    return base.dissimilarity(g, Pair.of(a, b, () -> a, () -> b));
  }

  private static double number(JsonNode arguments, String name) {
    return arguments.required(name).doubleValue();
  }
}
