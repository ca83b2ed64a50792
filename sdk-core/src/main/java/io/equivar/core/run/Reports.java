package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.RunConfigYaml;
import io.equivar.core.data.DataOpener;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.ImageSubset;
import io.equivar.core.evaluate.FeatureExtractor;
import io.equivar.core.evaluate.LabelledFeatures;
import io.equivar.core.report.page.HtmlPage;
import io.equivar.core.report.page.PointMap;
import io.equivar.core.report.page.RunPage.NeighbourRow;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes the page that shows a run: figures, curves, maps, neighbours, and how it was made. */
public final class Reports {

  private static final int MOST_SHOWN = 600;
  private static final int MOST_REFERENCES = 1400;

  private final Components components;
  private final RunConfigYaml configurations;
  private final DataOpener data;

  @Inject
  Reports(Components components, RunConfigYaml configurations, DataOpener data) {
    this.components = components;
    this.configurations = configurations;
    this.data = data;
  }

  /**
   * What is drawn with the network and the images.
   *
   * @param maps of images
   * @param neighbours of some of them
   * @param transformationMaps of transformations
   * @param transformationNote why there are none of them, if there are none
   * @param notes what else is missing, and why
   */
  record Pictures(
      List<PointMap> maps,
      List<NeighbourRow> neighbours,
      List<PointMap> transformationMaps,
      String transformationNote,
      List<String> notes) {}

  /**
   * Makes the page. Without the run's data or checkpoint it has no pictures of images, and says so.
   *
   * @param overrides of the run's settings, such as where its data are now
   * @param notices is told, a line each, what the user should know of the data
   * @throws ConfigurationException if an override is wrong
   */
  public HtmlPage page(RunFolder folder, List<String> overrides, Consumer<String> notices) {
    RecordedRun run = RecordedRun.read(folder);
    return RunPages.of(run, pictures(folder, overrides, notices));
  }

  private Pictures pictures(RunFolder folder, List<String> overrides, Consumer<String> notices) {
    try {
      RunConfig config = configurations.read(folder.configuration(), overrides);
      Checkpoint checkpoint = folder.checkpoints().require(notices);
      try (DataSplits splits = data.open(config.data(), notices)) {
        return pictures(config, checkpoint, splits);
      }
    } catch (ConfigurationException e) {
      if (!overrides.isEmpty()) {
        throw e;
      }
      return new Pictures(
          List.of(),
          List.of(),
          List.of(),
          "There is no map of transformations either.",
          List.of("There are no pictures of images: " + e.problems().get(0) + "."));
    }
  }

  private Pictures pictures(RunConfig config, Checkpoint checkpoint, DataSplits splits) {
    boolean tested = splits.test().isPresent();
    ImageSubset shown =
        ImageSubset.sample(splits.test().orElse(splits.training()), MOST_SHOWN, config.seed());
    ImageSet references =
        ImageSubset.sample(
            splits.labelledTraining().orElse(splits.training()), MOST_REFERENCES, config.seed());
    List<PointMap> maps = new ArrayList<>();
    List<NeighbourRow> neighbours = new ArrayList<>();
    try (FeatureExtractor network = components.featureExtractor(config, shown.shape())) {
      network.restore(checkpoint.variables());
      LabelledFeatures features = network.extract(shown);
      ImagePictures pictures = new ImagePictures(shown, features);
      maps.add(pictures.map(tested ? "test images" : "training images"));
      if (tested) {
        neighbours.addAll(pictures.neighbours(references, network.extract(references)));
      }
    }
    TransformationPictures.Outcome transformations =
        new TransformationPictures(components).draw(config, checkpoint, shown);
    return new Pictures(
        maps,
        neighbours,
        transformations.map().stream().toList(),
        transformations.note(),
        tested ? List.of() : List.of("There are no test images: the map shows training images."));
  }
}
