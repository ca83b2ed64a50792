package io.equivar.core.data.published;

import io.equivar.api.config.Problem;
import io.equivar.core.config.AircraftData;
import io.equivar.core.config.Caltech101Data;
import io.equivar.core.config.CarsData;
import io.equivar.core.config.DataConfig;
import io.equivar.core.config.DtdData;
import io.equivar.core.config.Flowers102Data;
import io.equivar.core.config.Food101Data;
import io.equivar.core.config.Mit67Data;
import io.equivar.core.config.PetsData;
import io.equivar.core.config.Sun397Data;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageRows;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.ImageSubset;
import io.equivar.core.data.ValidationDraw;
import io.equivar.core.data.cache.CachedImages;
import io.equivar.core.data.cache.ImageCache;
import io.equivar.core.data.cache.LeftOut;
import io.equivar.core.data.catalog.Catalog;
import io.equivar.core.data.catalog.Dataset;
import io.equivar.core.data.catalog.PartSizes;
import io.equivar.core.data.folder.OpenedFolder;
import io.equivar.core.data.image.DecodingLimits;
import io.equivar.core.data.image.ImageDecoder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A published data set of image files that a configuration names. */
public final class PublishedData {

  private final Dataset dataset;
  private final Path path;
  private final DatasetReader reader;
  private final OptionalLong drawSeed;

  private PublishedData(Dataset dataset, Path path, DatasetReader reader, OptionalLong drawSeed) {
    this.dataset = dataset;
    this.path = path;
    this.reader = reader;
    this.drawSeed = drawSeed;
  }

  /** Returns the data set of a configuration; empty if it names data of another kind. */
  public static Optional<PublishedData> of(DataConfig config) {
    if (config instanceof Food101Data food101) {
      return Optional.of(
          drawn(Catalog.FOOD101, food101.path(), new Food101Files(), food101.splitSeed()));
    }
    if (config instanceof Mit67Data mit67) {
      return Optional.of(drawn(Catalog.MIT67, mit67.path(), new Mit67Files(), mit67.splitSeed()));
    }
    if (config instanceof PetsData pets) {
      return Optional.of(drawn(Catalog.PETS, pets.path(), new PetsFiles(), pets.splitSeed()));
    }
    if (config instanceof Flowers102Data flowers102) {
      return Optional.of(official(Catalog.FLOWERS102, flowers102.path(), new Flowers102Files()));
    }
    if (config instanceof Caltech101Data caltech101) {
      return Optional.of(
          official(
              Catalog.CALTECH101, caltech101.path(), new Caltech101Files(caltech101.splitSeed())));
    }
    if (config instanceof CarsData cars) {
      return Optional.of(drawn(Catalog.CARS, cars.path(), new CarsFiles(), cars.splitSeed()));
    }
    if (config instanceof AircraftData aircraft) {
      return Optional.of(official(Catalog.AIRCRAFT, aircraft.path(), new AircraftFiles()));
    }
    if (config instanceof DtdData dtd) {
      return Optional.of(official(Catalog.DTD, dtd.path(), new DtdFiles(dtd.split())));
    }
    if (config instanceof Sun397Data sun397) {
      return Optional.of(
          drawn(
              Catalog.SUN397, sun397.path(), new Sun397Files(sun397.split()), sun397.splitSeed()));
    }
    return Optional.empty();
  }

  private static PublishedData official(Dataset dataset, Path path, DatasetReader reader) {
    return new PublishedData(dataset, path, reader, OptionalLong.empty());
  }

  private static PublishedData drawn(
      Dataset dataset, Path path, DatasetReader reader, long drawSeed) {
    return new PublishedData(dataset, path, reader, OptionalLong.of(drawSeed));
  }

  /**
   * What the files of a data set list, and what is wrong with them.
   *
   * @param listing may be incomplete if there are problems
   * @param problems none if the data can be used
   */
  public record Inspection(Listing listing, List<Problem> problems) {}

  /** Reads the lists and looks for the images, without decoding any. */
  public Inspection inspect() {
    PublishedFolder folder = new PublishedFolder(dataset, path);
    Listing listing = read(folder);
    folder.find(listing);
    return new Inspection(listing, folder.problems());
  }

  /**
   * Opens the data, decoding the images if that was not done before.
   *
   * @param side height and width to which images are resized and cropped
   * @throws io.equivar.api.config.ConfigurationException if a list or an image is missing, or a
   *     list is damaged
   */
  public OpenedFolder open(ImageCache cache, DecodingLimits limits, int side) {
    PublishedFolder folder = new PublishedFolder(dataset, path);
    Listing listing = read(folder);
    // In case of problems with the lists, missing images are not news.
    folder.check();
    List<FoundImage> found =
        folder.find(listing).stream()
            .sorted(Comparator.comparing(image -> image.image().name()))
            .toList();
    folder.check();
    try (ImageDecoder decoder = new ImageDecoder(limits)) {
      CachedImages images =
          cache.open(
              new PublishedSource(
                  folder.root(), reader.source(), found, listing.classNames(), side, decoder));
      return new OpenedFolder(splits(images, found), List.of(images.report()));
    }
  }

  private Listing read(PublishedFolder folder) {
    Listing listing = reader.read(folder);
    PartSizes sizes = dataset.sizes();
    return drawSeed.isEmpty()
        ? listing
        : listing.withValidation(
            new ValidationDraw(
                sizes.validation(), sizes.training() + sizes.validation(), drawSeed.getAsLong()));
  }

  private static DataSplits splits(CachedImages images, List<FoundImage> found) {
    Set<String> leftOut =
        images.report().leftOut().stream().map(LeftOut::file).collect(Collectors.toSet());
    List<Part> parts =
        found.stream()
            .map(FoundImage::image)
            .filter(image -> !leftOut.contains(image.name()))
            .map(ListedImage::part)
            .toList();
    int[] training = places(parts, part -> part != Part.TEST).toArray();
    ImageSet trained = ImageSubset.of(images, IntStream.of(training));
    IntStream validation =
        IntStream.range(0, training.length)
            .filter(row -> parts.get(training[row]) == Part.VALIDATION);
    return new DataSplits(
        trained,
        Optional.of(trained),
        Optional.of(ImageSubset.of(images, places(parts, part -> part == Part.TEST))),
        Optional.of(ImageRows.of(validation)));
  }

  private static IntStream places(List<Part> parts, Predicate<Part> wanted) {
    return IntStream.range(0, parts.size()).filter(image -> wanted.test(parts.get(image)));
  }
}
