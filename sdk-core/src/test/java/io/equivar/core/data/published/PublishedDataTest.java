package io.equivar.core.data.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
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
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.cache.ImageCache;
import io.equivar.core.data.cache.LeftOut;
import io.equivar.core.data.catalog.PartSizes;
import io.equivar.core.data.folder.OpenedFolder;
import io.equivar.core.data.image.DecodingLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;

class PublishedDataTest {

  @TempDir private Path folder;

  @TempDir private Path cacheFolder;

  private PublishedLayout layout;

  @BeforeEach
  void makeLayout() {
    layout = new PublishedLayout(folder);
  }

  @Test
  void readsFood101() {
    layout.food101();

    Listing listing = listing(new Food101Data(folder, 8, 1));

    assertThat(listing.classNames()).containsExactly("apple_pie", "waffles");
    // A tenth of eight training images, as of 75,750.
    assertThat(listing.sizes()).isEqualTo(new PartSizes(2, 7, 1, 2));
    assertThat(listing.images())
        .contains(new ListedImage("images/waffles/104.jpg", 1, Part.TEST))
        .contains(new ListedImage("images/apple_pie/104.jpg", 0, Part.TEST));
  }

  @Test
  void readsMit67() {
    layout.mit67();

    Listing listing = listing(new Mit67Data(folder, 8, 1));

    assertThat(listing.classNames()).containsExactly("attic", "bakery");
    assertThat(listing.sizes()).isEqualTo(new PartSizes(2, 14, 2, 2));
    assertThat(listing.images()).contains(new ListedImage("Images/bakery/t.jpg", 1, Part.TEST));
  }

  @Test
  void readsPets() {
    layout.pets();

    Listing listing = listing(new PetsData(folder, 8, 1));

    assertThat(listing.classNames()).containsExactly("Abyssinian", "american_bulldog");
    assertThat(listing.sizes()).isEqualTo(new PartSizes(2, 8, 2, 2));
    assertThat(listing.images())
        .contains(new ListedImage("images/american_bulldog_6.jpg", 1, Part.TEST));
  }

  @Test
  void readsFlowers102() {
    layout.flowers102();

    Listing listing = listing(new Flowers102Data(folder, 8));

    assertThat(listing.classNames()).containsExactly("1", "2");
    assertThat(listing.images())
        .containsExactly(
            new ListedImage("jpg/image_00006.jpg", 0, Part.TRAINING),
            new ListedImage("jpg/image_00002.jpg", 1, Part.TRAINING),
            new ListedImage("jpg/image_00001.jpg", 0, Part.VALIDATION),
            new ListedImage("jpg/image_00004.jpg", 1, Part.VALIDATION),
            new ListedImage("jpg/image_00003.jpg", 0, Part.TEST),
            new ListedImage("jpg/image_00005.jpg", 1, Part.TEST));
  }

  @Test
  void drawsThirtyImagesOfEveryClassOfCaltech101() {
    layout.caltech101();

    Listing listing = listing(new Caltech101Data(folder, 8, 1));

    assertThat(listing.classNames()).containsExactly("Faces", "accordion");
    assertThat(listing.sizes()).isEqualTo(new PartSizes(2, 50, 10, 4));
    assertThat(listing(new Caltech101Data(folder, 8, 1))).isEqualTo(listing);
    assertThat(listing(new Caltech101Data(folder, 8, 2))).isNotEqualTo(listing);
    // The folder of the classes can be named itself.
    Path inner = folder.resolve("caltech-101/101_ObjectCategories");
    assertThat(listing(new Caltech101Data(inner, 8, 1)).sizes()).isEqualTo(listing.sizes());
  }

  @Test
  void readsCars() {
    layout.cars();

    Listing listing = listing(new CarsData(folder, 8, 1));

    assertThat(listing.classNames())
        .containsExactly("AM General Hummer SUV 2000", "Acura RL Sedan 2012");
    // 1,650 of 8,144 are for validation, so 2 of 10.
    assertThat(listing.sizes()).isEqualTo(new PartSizes(2, 8, 2, 2));
    assertThat(listing.images()).contains(new ListedImage("cars_test/00002.jpg", 1, Part.TEST));
  }

  @Test
  void readsAircraft() {
    layout.aircraft();

    Listing listing = listing(new AircraftData(folder, 8));

    assertThat(listing.classNames()).containsExactly("707-320", "F/A-18");
    assertThat(listing.sizes()).isEqualTo(new PartSizes(2, 2, 2, 2));
    assertThat(listing.images())
        .contains(new ListedImage("data/images/1000001.jpg", 1, Part.TRAINING));
    Path inner = folder.resolve("fgvc-aircraft-2013b/data");
    assertThat(listing(new AircraftData(inner, 8)).sizes()).isEqualTo(listing.sizes());
  }

  @Test
  void readsASplitOfDtd() {
    layout.dtd();

    assertThat(listing(new DtdData(folder, 8, 1)).images())
        .contains(new ListedImage("images/woven/woven_0001.jpg", 1, Part.TRAINING));
    assertThat(listing(new DtdData(folder, 8, 2)).images())
        .contains(new ListedImage("images/woven/woven_0001.jpg", 1, Part.TEST));
  }

  @Test
  void readsSun397() {
    layout.sun397();

    Listing listing = listing(new Sun397Data(folder, 8, 1, 1));

    assertThat(listing.classNames()).containsExactly("abbey", "athletic_field/outdoor");
    assertThat(listing.sizes()).isEqualTo(new PartSizes(2, 8, 2, 2));
    assertThat(listing.images())
        .contains(new ListedImage("SUN397/a/athletic_field/outdoor/sun_5.jpg", 1, Part.TEST));
  }

  @Test
  void opensThePartsWithTheirPixels() {
    layout.flowers102();

    try (DataSplits splits = open(new Flowers102Data(folder, 8)).splits()) {
      // In the order of the names: 1, 2, 4 and 6 of training and validation, 3 and 5 of the test.
      assertThat(reds(splits.training())).containsExactly(10, 20, 40, 60);
      assertThat(labels(splits.training())).containsExactly(0, 1, 1, 0);
      assertThat(splits.labelledTraining()).containsSame(splits.training());
      assertThat(splits.validation().orElseThrow().places().toArray()).containsExactly(0, 2);
      assertThat(reds(splits.test().orElseThrow())).containsExactly(30, 50);
      assertThat(labels(splits.test().orElseThrow())).containsExactly(0, 1);
    }
  }

  @Test
  void leavesOutUnreadableImagesByName() throws IOException {
    layout.flowers102();
    Files.writeString(folder.resolve("jpg/image_00001.jpg"), "no image");

    OpenedFolder opened = open(new Flowers102Data(folder, 8));

    try (DataSplits splits = opened.splits()) {
      assertThat(reds(splits.training())).containsExactly(20, 40, 60);
      assertThat(splits.validation().orElseThrow().places().toArray()).containsExactly(1);
      assertThat(reds(splits.test().orElseThrow())).containsExactly(30, 50);
    }
    assertThat(opened.reports().get(0).leftOut())
        .extracting(LeftOut::file)
        .containsExactly("jpg/image_00001.jpg");
  }

  @Test
  void namesAListThatIsNotThere() throws IOException {
    layout.pets();
    Files.delete(folder.resolve("annotations/test.txt"));

    assertThatThrownBy(() -> open(new PetsData(folder, 8, 1)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("data.pets.path must contain annotations/test.txt")
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("images.tar.gz, annotations.tar.gz")
        .hasMessageContaining("https://www.robots.ox.ac.uk/~vgg/data/pets/");
  }

  @Test
  void namesImagesThatAreNotThere() throws IOException {
    layout.food101();
    Files.delete(folder.resolve("food-101/images/waffles/102.jpg"));
    Files.delete(folder.resolve("food-101/images/apple_pie/104.jpg"));

    assertThatThrownBy(() -> open(new Food101Data(folder, 8, 1)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("data.food101.path must contain every image that its lists name")
        .hasMessageContaining("2 of 10 are not in ")
        .hasMessageContaining("images/waffles/102.jpg, images/apple_pie/104.jpg");
  }

  @Test
  void namesATruncatedMatlabFile() throws IOException {
    layout.cars();
    Path file = folder.resolve("devkit/cars_train_annos.mat");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> open(new CarsData(folder, 8, 1)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "data.cars.path/devkit/cars_train_annos.mat must be a MATLAB file, whole")
        .hasMessageContaining("a damaged or truncated file");
  }

  @Test
  void namesAMatlabFileThatHoldsSomethingElse() {
    layout.flowers102();
    layout.matlab(
        "setid.mat",
        Mat5.newMatFile()
            .addArray("trnid", PublishedLayout.row(1, 7))
            .addArray("tstid", PublishedLayout.row(2)));

    assertThatThrownBy(() -> open(new Flowers102Data(folder, 8)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must hold numbers of images in [1, 6] as 'trnid', got 7")
        .hasMessageContaining("as 'valid', got something else (Could not find array: valid)");
  }

  @Test
  void refusesClassesThatWouldFillTheMemory() {
    layout.flowers102();
    layout.matlab(
        "imagelabels.mat",
        Mat5.newMatFile()
            .addArray("labels", PublishedLayout.row(1, 2, 1, Integer.MAX_VALUE, 2, 1)));

    assertThatThrownBy(() -> open(new Flowers102Data(folder, 8)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "must hold classes from 1, at most as many as images, got 2147483647");
  }

  @Test
  void namesAClassThatDoesNotExist() {
    layout.cars();
    layout.cars("cars_test_annos_withlabels.mat", "cars_test", 1, 3);

    assertThatThrownBy(() -> open(new CarsData(folder, 8, 1)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must have classes in [1, 2], got 3 of 00002.jpg");
  }

  @Test
  void namesALineOfAnotherForm() {
    layout.aircraft();
    layout.text("fgvc-aircraft-2013b/data/images_variant_val.txt", "1000003 Concorde\n");

    assertThatThrownBy(() -> open(new AircraftData(folder, 8)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("data.aircraft.path/data/images_variant_val.txt must have lines")
        .hasMessageContaining("the line '1000003 Concorde'");
  }

  @Test
  void refusesAClassOfCaltech101WithTooFewImages() {
    layout.classOfCaltech("accordion", 30);

    assertThatThrownBy(() -> open(new Caltech101Data(folder, 8, 1)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("101_ObjectCategories/accordion must hold more than 30 images")
        .hasMessageContaining("got 30");
  }

  @Test
  void looksForNoImageOutsideTheFolder() {
    layout.mit67();
    layout.text("TestImages.txt", "attic/../../../outside.jpg\n");

    assertThatThrownBy(() -> open(new Mit67Data(folder, 8, 1)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("1 of 17 are not in ");
  }

  private static Listing listing(DataConfig config) {
    PublishedData.Inspection inspection = PublishedData.of(config).orElseThrow().inspect();
    assertThat(inspection.problems()).isEmpty();
    return inspection.listing();
  }

  private OpenedFolder open(DataConfig config) {
    DecodingLimits limits = new DecodingLimits(1 << 20, 64 << 20, Duration.ofSeconds(20));
    return PublishedData.of(config)
        .orElseThrow()
        .open(new ImageCache(cacheFolder, notice -> {}), limits, config.imageShape().height());
  }

  private static List<Integer> reds(ImageSet set) {
    List<Integer> reds = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      byte[] pixels = new byte[set.imageBytes()];
      set.read(i, pixels, 0);
      reds.add(Byte.toUnsignedInt(pixels[0]));
    }
    return reds;
  }

  private static int[] labels(ImageSet set) {
    return IntStream.range(0, set.size()).map(set::label).toArray();
  }
}
