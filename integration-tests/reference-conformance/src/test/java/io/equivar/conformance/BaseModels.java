package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.api.learning.BaseModel;
import io.equivar.plugin.barlowtwins.BarlowTwins;
import io.equivar.plugin.barlowtwins.BarlowTwinsConfig;
import io.equivar.plugin.byol.Byol;
import io.equivar.plugin.byol.ByolConfig;
import io.equivar.plugin.moco.MoCo;
import io.equivar.plugin.moco.MoCoConfig;
import io.equivar.plugin.simclr.SimClr;
import io.equivar.plugin.simclr.SimClrConfig;
import io.equivar.plugin.simsiam.SimSiam;
import io.equivar.plugin.simsiam.SimSiamConfig;
import io.equivar.plugin.vicreg.VicReg;
import io.equivar.plugin.vicreg.VicRegConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The base methods with heads, by the names that cases give them. */
final class BaseModels {

  private BaseModels() {}

  /** Returns empty if there is no such base method. */
  static Optional<BaseModel> find(JsonNode json) {
    JsonNode arguments = json.required("arguments");
    List<Integer> projector = widths(json, "projector");
    return switch (json.required("base").textValue()) {
      case "simclr" ->
          Optional.of(
              new SimClr(
                  new SimClrConfig(number(arguments, "temperature"), projector, List.of()), ""));
      case "byol" ->
          Optional.of(
              new Byol(
                  new ByolConfig(
                      number(arguments, "momentum"),
                      io.equivar.plugin.byol.MomentumSchedule.valueOf(
                          arguments.required("momentumSchedule").textValue()),
                      projector,
                      widths(json, "predictor"),
                      List.of()),
                  ""));
      case "simsiam" ->
          Optional.of(
              new SimSiam(
                  new SimSiamConfig(projector, widths(json, "predictor"), true, List.of()), ""));
      case "barlow-twins" ->
          Optional.of(
              new BarlowTwins(
                  new BarlowTwinsConfig(
                      number(arguments, "redundancyWeight"), projector, List.of()),
                  ""));
      case "vicreg" ->
          Optional.of(
              new VicReg(
                  new VicRegConfig(
                      new VicRegConfig.Weights(
                          number(arguments, "invariance"),
                          number(arguments, "variance"),
                          number(arguments, "covariance")),
                      1,
                      1e-4,
                      projector,
                      List.of()),
                  ""));
      case "moco" ->
          Optional.of(
              new MoCo(
                  new MoCoConfig(
                      number(arguments, "temperature"),
                      arguments.required("queueLength").intValue(),
                      number(arguments, "momentum"),
                      io.equivar.plugin.moco.MomentumSchedule.CONSTANT,
                      projector,
                      true,
                      List.of()),
                  ""));
      default -> Optional.empty();
    };
  }

  private static List<Integer> widths(JsonNode json, String head) {
    List<Integer> widths = new ArrayList<>();
    json.required("heads").required(head).forEach(width -> widths.add(width.intValue()));
    return widths;
  }

  private static double number(JsonNode arguments, String name) {
    return arguments.required(name).doubleValue();
  }
}
