package io.equivar.core.run;

import io.equivar.core.data.Factors;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.ImageSubset;
import io.equivar.core.evaluate.LabelledFeatures;
import io.equivar.core.evaluate.NearestImages;
import io.equivar.core.evaluate.PrincipalComponents;
import io.equivar.core.report.page.PointMap;
import io.equivar.core.report.page.RunPage.NeighbourRow;
import io.equivar.core.report.page.RunPage.Tile;
import io.equivar.core.report.page.Thumbnails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What images look like to a network: a map of them, and for some those that are alike. */
final class ImagePictures {

  static final int COMPONENTS = 30;
  private static final int TILE_PIXELS = 48;
  private static final int THUMBNAIL_PIXELS = 84;
  private static final int QUERIES = 10;
  private static final int NEIGHBOURS = 8;

  private final ImageSubset shown;
  private final LabelledFeatures features;

  /**
   * Takes images.
   *
   * @param features their representations
   */
  ImagePictures(ImageSubset shown, LabelledFeatures features) {
    this.shown = shown;
    this.features = features;
  }

  /**
   * Returns the map.
   *
   * @param which what the images are, such as "test images"
   */
  PointMap map(String which) {
    PrincipalComponents principal =
        PrincipalComponents.of(
            features.normalized().values(), features.size(), features.width(), COMPONENTS);
    return PointMap.of(
        "image-map",
        "Map of images",
        description(shown.size() + " " + which, principal),
        principal,
        IntStream.range(0, shown.size()).mapToObj(this::name).toList(),
        colorings(),
        Thumbnails.sprite(shown, IntStream.range(0, shown.size()).boxed().toList(), TILE_PIXELS));
  }

  /** Returns what a map shows, with the part of the variance that its two axes have. */
  static String description(String what, PrincipalComponents principal) {
    return String.format(
        Locale.ROOT,
        "Representations of %s, scaled to length 1, along their first two principal components, which"
            + " have %.0f %% of the variance. UMAP lays out %d components so that near ones stay"
            + " near.",
        what,
        100 * (principal.share(0) + principal.share(1)),
        principal.components());
  }

  private String name(int image) {
    String name = "image " + (shown.place(image) + 1);
    String type = className(shown, image);
    return type.isEmpty() ? name : type + ", " + name;
  }

  private static String className(ImageSet images, int image) {
    int label = images.label(image);
    if (label == ImageSet.NO_LABEL) {
      return "";
    }
    return label < images.classNames().size() ? images.classNames().get(label) : "class " + label;
  }

  private List<PointMap.Coloring> colorings() {
    List<PointMap.Coloring> colorings = new ArrayList<>();
    int classes = Arrays.stream(features.labels()).max().orElse(ImageSet.NO_LABEL) + 1;
    if (classes > 0) {
      List<String> names = new ArrayList<>(shown.classNames());
      for (int i = names.size(); i < classes; i++) {
        names.add("class " + i);
      }
      colorings.add(new PointMap.Coloring("class", names, labels(), ""));
    }
    shown.factors().ifPresent(factors -> addFactors(factors, colorings));
    if (colorings.isEmpty()) {
      List<@Nullable Double> alike =
          IntStream.range(0, shown.size()).<@Nullable Double>mapToObj(i -> 0.0).toList();
      colorings.add(new PointMap.Coloring("all alike", List.of("images"), alike, ""));
    }
    return colorings;
  }

  private List<@Nullable Double> labels() {
    List<@Nullable Double> labels = new ArrayList<>();
    for (int label : features.labels()) {
      labels.add(label == ImageSet.NO_LABEL ? null : (double) label);
    }
    return labels;
  }

  private void addFactors(Factors factors, List<PointMap.Coloring> colorings) {
    for (String factor : factors.names()) {
      List<@Nullable Double> values = new ArrayList<>();
      for (int image = 0; image < shown.size(); image++) {
        values.add(factors.value(image, factor));
      }
      colorings.add(new PointMap.Coloring(factor, List.of(), values, ""));
    }
  }

  /**
   * Returns some images, of as many classes as possible, each with those nearest to it.
   *
   * @param references where to search
   * @param found their representations
   */
  List<NeighbourRow> neighbours(ImageSet references, LabelledFeatures found) {
    NearestImages nearest = new NearestImages(found);
    List<NeighbourRow> rows = new ArrayList<>();
    for (int query : queries()) {
      String type = className(shown, query);
      float[] row =
          Arrays.copyOfRange(
              features.values(), query * features.width(), (query + 1) * features.width());
      List<Tile> tiles = new ArrayList<>();
      for (NearestImages.Found image : nearest.nearest(row, NEIGHBOURS)) {
        String other = className(references, image.image());
        String cosine = String.format(Locale.ROOT, "%.3f", image.similarity());
        tiles.add(
            new Tile(
                Thumbnails.of(references, image.image(), THUMBNAIL_PIXELS),
                "Neighbour" + (other.isEmpty() ? "" : ", " + other) + ", cosine " + cosine,
                (other.isEmpty() ? "" : other + " ") + cosine,
                !type.isEmpty() && type.equals(other)));
      }
      String caption = type.isEmpty() ? name(query) : type;
      rows.add(
          new NeighbourRow(
              new Tile(
                  Thumbnails.of(shown, query, THUMBNAIL_PIXELS),
                  "Test image, " + caption,
                  caption,
                  false),
              tiles));
    }
    return rows;
  }

  private List<Integer> queries() {
    Set<Integer> classes = new HashSet<>();
    List<Integer> queries = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int image = 0; image < shown.size(); image++) {
      (classes.add(shown.label(image)) ? queries : others).add(image);
    }
    queries.addAll(others);
    return queries.subList(0, Math.min(QUERIES, queries.size()));
  }
}
