package io.equivar.core.report.page;

import io.equivar.core.evaluate.PrincipalComponents;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map of representations: a point for each, at its first two principal components. The script
 * also knows how to lay them out by UMAP, from more components.
 *
 * @param id of the canvas
 * @param title the heading
 * @param alternative what is seen, in a sentence
 * @param points the places, two numbers for each representation
 * @param components number of components of a row of {@code rows}
 * @param rows the components of all representations, float32, little-endian, in Base64
 * @param labels what each point is
 * @param colorings what the colours may stand for, at least one
 * @param tiles the image of every point; null if there are none
 */
public record PointMap(
    String id,
    String title,
    String alternative,
    List<List<Double>> points,
    int components,
    String rows,
    List<String> labels,
    List<Coloring> colorings,
    @Nullable Sprite tiles)
    implements Chart {

  /**
   * What colours stand for.
   *
   * @param name for the choice
   * @param classes names, in the order of the colours; empty for a scale
   * @param values of every point: the place of its class, or a number on the scale; null for points
   *     that have none
   * @param unit of the scale
   */
  public record Coloring(
      String name, List<String> classes, List<@Nullable Double> values, String unit) {}

  /** Makes a map of the principal components of representations. */
  public static PointMap of(
      String id,
      String title,
      String alternative,
      PrincipalComponents principal,
      List<String> labels,
      List<Coloring> colorings,
      @Nullable Sprite tiles) {
    List<List<Double>> points = new ArrayList<>();
    ByteBuffer rows =
        ByteBuffer.allocate(principal.rows() * principal.components() * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < principal.rows(); row++) {
      points.add(List.of(rounded(principal.value(row, 0)), rounded(principal.value(row, 1))));
      for (int component = 0; component < principal.components(); component++) {
        rows.putFloat((float) principal.value(row, component));
      }
    }
    return new PointMap(
        id,
        title,
        alternative,
        points,
        principal.components(),
        Base64.getEncoder().encodeToString(rows.array()),
        labels,
        colorings,
        tiles);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e5) / 1e5;
  }

  @Override
  public String kind() {
    return "map";
  }
}
