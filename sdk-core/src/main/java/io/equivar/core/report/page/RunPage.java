package io.equivar.core.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * What the page of a run shows. A part that is empty is left out; {@code notes} say why.
 *
 * @param title the name of the run
 * @param lead what it is, in a line
 * @param headlines the figures to see first
 * @param measures all figures
 * @param curves the course of the training
 * @param maps of images
 * @param transformationMaps of transformations
 * @param transformationNote why there are none, if there are none
 * @param neighbours the images that are alike
 * @param facts duration, versions and the like
 * @param plugins that were installed
 * @param configuration as YAML
 * @param notes what is missing, and why
 */
public record RunPage(
    String title,
    String lead,
    List<Headline> headlines,
    List<MeasureTable> measures,
    List<LineChart> curves,
    List<PointMap> maps,
    List<PointMap> transformationMaps,
    String transformationNote,
    List<NeighbourRow> neighbours,
    List<Fact> facts,
    List<PluginRow> plugins,
    String configuration,
    List<String> notes) {

  /**
   * A figure beside those that it is to be compared with.
   *
   * @param name what was measured
   * @param value of the trained network
   * @param beside the same of the baselines
   */
  public record Headline(String name, String value, String beside) {}

  /**
   * A name with its value.
   *
   * @param name what it is
   * @param value as text
   */
  public record Fact(String name, String value) {}

  /**
   * A plugin.
   *
   * @param plugin class of its entry point
   * @param file the jar
   * @param version as its manifest states it
   * @param sha256 of the jar
   */
  public record PluginRow(String plugin, String file, String version, String sha256) {}

  /**
   * An image and those that are nearest to it.
   *
   * @param query the image
   * @param neighbours the nearest first
   */
  public record NeighbourRow(Tile query, List<Tile> neighbours) {}

  /**
   * A picture with a line below it.
   *
   * @param uri the picture, as a data URI
   * @param alternative what it is
   * @param caption the line
   * @param same whether its class is that of the query
   */
  public record Tile(String uri, String alternative, String caption, boolean same) {}

  /** Returns whether there is a sheet of neighbours. */
  boolean hasNeighbours() {
    return !neighbours.isEmpty();
  }

  /** Returns everything that the script draws. */
  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>(curves);
    charts.addAll(maps);
    charts.addAll(transformationMaps);
    return charts;
  }
}
