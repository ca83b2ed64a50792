package io.equivar.core.run;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.ImageSet;
import io.equivar.core.pipeline.HostCost;
import io.equivar.core.pipeline.ParameterSampler;
import io.equivar.core.pipeline.ParameterTable;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.PipelinePreview;
import io.equivar.core.pipeline.PlacedStep;
import io.equivar.core.report.Sheet;
import io.equivar.core.report.SheetTile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws pairs of images and their views, with what was drawn for each, so that one sees who shares
 * which transformation. The views are those of the first step of a training.
 */
public final class PreviewJob {

  private final Components components;
  private final PipelineCost costs;

  @Inject
  PreviewJob(Components components, PipelineCost costs) {
    this.components = components;
    this.costs = costs;
  }

  /**
   * Draws a sheet, and measures what the views cost.
   *
   * @param images to take the pairs from, at least two for every pair
   * @param pairs number of pairs, one in each row
   */
  public Preview preview(RunConfig config, ImageSet images, int pairs) {
    Pipeline whole = components.pipeline(config, images.shape());
    // What is left at the end does the same to all images and may leave the range of colours.
    int shown = whole.steps().size();
    while (shown > 0 && whole.steps().get(shown - 1).step().isDeterministic()) {
      shown--;
    }
    Pipeline pipeline = whole.first(shown);
    int batchSize = 2 * pairs;
    int[] order = new EpochOrder(images.size(), batchSize, config.seed()).permutation(0);
    byte[] pixels = new byte[Math.multiplyExact(batchSize, images.imageBytes())];
    for (int i = 0; i < batchSize; i++) {
      images.read(order[i], pixels, i * images.imageBytes());
    }
    HostCost cost = costs.measure(config, whole, pixels, batchSize);
    ParameterTable drawn = new ParameterSampler(pipeline, batchSize, config.seed()).draw(0);
    try (PipelinePreview preview = new PipelinePreview(pipeline, batchSize)) {
      PipelinePreview.Preview views = preview.make(pixels, drawn);
      List<List<SheetTile>> rows = new ArrayList<>();
      for (int pair = 0; pair < pairs; pair++) {
        List<SheetTile> row = new ArrayList<>();
        for (int image = 2 * pair; image <= 2 * pair + 1; image++) {
          row.add(original(images.shape(), pixels, image));
          row.add(view("view 1", pipeline, views.first(), views, 0, image));
          row.add(view("view 2", pipeline, views.second(), views, 1, image));
        }
        rows.add(row);
      }
      return new Preview(new Sheet(heading(whole, shown, cost), rows), cost);
    }
  }

  private static List<String> heading(Pipeline whole, int shown, HostCost cost) {
    List<String> lines = new ArrayList<>();
    lines.add("Each row is a pair of images, each with its two views. Blue: shared by the pair.");
    String omitted =
        whole.steps().stream()
            .skip(shown)
            .map(step -> step.step().id())
            .collect(Collectors.joining(", "));
    if (!omitted.isEmpty()) {
      lines.add("Not shown, the same for every image: " + omitted + ".");
    }
    if (!cost.onHost().isEmpty()) {
      lines.add(cost.placement());
    }
    return lines;
  }

  private static SheetTile original(ImageShape shape, byte[] pixels, int image) {
    int size = shape.height() * shape.width() * 3;
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = Byte.toUnsignedInt(pixels[image * size + i]) / 255f;
    }
    return new SheetTile("image " + (image + 1), shape, values, List.of());
  }

  private static SheetTile view(
      String title,
      Pipeline pipeline,
      float[] batch,
      PipelinePreview.Preview views,
      int view,
      int image) {
    int size = views.shape().height() * views.shape().width() * 3;
    List<SheetTile.Caption> captions = new ArrayList<>();
    for (PlacedStep step : pipeline.steps()) {
      if (views.parameters().applied(view, image, step)) {
        boolean shared = step.step().sharing() == Sharing.PAIR;
        ParameterCaption.lines(step, views.parameters().row(view, image, step))
            .forEach(line -> captions.add(new SheetTile.Caption(line, shared)));
      }
    }
    return new SheetTile(
        title,
        views.shape(),
        Arrays.copyOfRange(batch, image * size, (image + 1) * size),
        captions);
  }
}
