package io.equivar.core.data.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The data sets of the paper's table 10, STL-10 and VOC 2007. Checksums are those that the authors
 * publish, or that several independent programs hold for the same file; where there is none, none
 * is stated. The sizes of validation parts that are drawn are the paper's.
 */
public final class Catalog {

  private static final String OXFORD = "https://www.robots.ox.ac.uk/~vgg/data/";
  private static final String VOC = "http://host.robots.ox.ac.uk/pascal/VOC/voc2007/";

  /** CIFAR-10. */
  public static final Dataset CIFAR10 =
      new Dataset(
          "cifar10",
          "CIFAR-10",
          "https://www.cs.toronto.edu/~kriz/cifar.html",
          "cifar-10-batches-bin",
          List.of(
              DatasetFile.at("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz")
                  .md5("c32a1d4ab5d03f1284b67883e8d87530")
                  .holding(
                      "cifar-10-batches-bin/data_batch_1.bin",
                      "cifar-10-batches-bin/data_batch_2.bin",
                      "cifar-10-batches-bin/data_batch_3.bin",
                      "cifar-10-batches-bin/data_batch_4.bin",
                      "cifar-10-batches-bin/data_batch_5.bin",
                      "cifar-10-batches-bin/test_batch.bin")),
          new PartSizes(10, 45_000, 5000, 10_000),
          Metric.TOP_1);

  /** CIFAR-100. */
  public static final Dataset CIFAR100 =
      new Dataset(
          "cifar100",
          "CIFAR-100",
          "https://www.cs.toronto.edu/~kriz/cifar.html",
          "cifar-100-binary",
          List.of(
              DatasetFile.at("https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz")
                  .md5("03b5dce01913d631647c71ecec9e9cb8")
                  .holding("cifar-100-binary/train.bin", "cifar-100-binary/test.bin")),
          new PartSizes(100, 45_000, 5000, 10_000),
          Metric.TOP_1);

  /** STL-10. */
  public static final Dataset STL10 =
      new Dataset(
          "stl10",
          "STL-10",
          "https://cs.stanford.edu/~acoates/stl10/",
          "stl10_binary",
          List.of(
              DatasetFile.at("http://ai.stanford.edu/~acoates/stl10/stl10_binary.tar.gz")
                  .md5("91f7769df0f17e558f3565bffb0c7dfb")
                  .holding(
                      "stl10_binary/unlabeled_X.bin",
                      "stl10_binary/train_X.bin",
                      "stl10_binary/train_y.bin",
                      "stl10_binary/test_X.bin",
                      "stl10_binary/test_y.bin")),
          new PartSizes(10, 5000, 0, 8000),
          Metric.TOP_1);

  /** Food-101. */
  public static final Dataset FOOD101 =
      new Dataset(
          "food101",
          "Food-101",
          "https://data.vision.ee.ethz.ch/cvl/datasets_extra/food-101/",
          "food-101",
          List.of(
              DatasetFile.at("http://data.vision.ee.ethz.ch/cvl/food-101.tar.gz")
                  .md5("85eeb15f3717b99a5da872d97d918f87")
                  .holding("food-101/meta/train.txt", "food-101/meta/test.txt")
                  .images(101_000)),
          new PartSizes(101, 68_175, 7575, 25_250),
          Metric.TOP_1);

  /** MIT Indoor-67. */
  public static final Dataset MIT67 =
      new Dataset(
          "mit67",
          "MIT Indoor-67",
          "https://web.mit.edu/torralba/www/indoor.html",
          "",
          List.of(
              DatasetFile.at(
                      "http://groups.csail.mit.edu/vision/LabelMe/NewImages/indoorCVPR_09.tar")
                  .images(15_620),
              DatasetFile.at("https://web.mit.edu/torralba/www/TrainImages.txt"),
              DatasetFile.at("https://web.mit.edu/torralba/www/TestImages.txt")),
          new PartSizes(67, 4690, 670, 1340),
          Metric.TOP_1);

  /** Oxford-IIIT Pets. */
  public static final Dataset PETS =
      new Dataset(
          "pets",
          "Oxford-IIIT Pets",
          "https://www.robots.ox.ac.uk/~vgg/data/pets/",
          "",
          List.of(
              DatasetFile.at(OXFORD + "pets/data/images.tar.gz")
                  .md5("5c4f3ee8e5d25df40f4fd59a7f44e54c")
                  .images(7390),
              DatasetFile.at(OXFORD + "pets/data/annotations.tar.gz")
                  .md5("95a8c909bbe2e81eed6a22bccdf3f68f")
                  .holding("annotations/trainval.txt", "annotations/test.txt")),
          new PartSizes(37, 2940, 740, 3669),
          Metric.MEAN_PER_CLASS);

  /** Oxford Flowers-102. */
  public static final Dataset FLOWERS102 =
      new Dataset(
          "flowers102",
          "Oxford Flowers-102",
          "https://www.robots.ox.ac.uk/~vgg/data/flowers/102/",
          "",
          List.of(
              DatasetFile.at(OXFORD + "flowers/102/102flowers.tgz")
                  .md5("52808999861908f626f3c1f4e79d11fa")
                  .images(8189),
              DatasetFile.at(OXFORD + "flowers/102/imagelabels.mat")
                  .md5("e0620be6f572b9609742df49c70aed4d"),
              DatasetFile.at(OXFORD + "flowers/102/setid.mat")
                  .md5("a5357ecc9cb78c4bef273ce3793fc85c")),
          new PartSizes(102, 1020, 1020, 6149),
          Metric.MEAN_PER_CLASS);

  /** Caltech-101. */
  public static final Dataset CALTECH101 =
      new Dataset(
          "caltech101",
          "Caltech-101",
          "https://data.caltech.edu/records/mzrjq-6wc02",
          "caltech-101",
          List.of(
              DatasetFile.at("https://data.caltech.edu/records/mzrjq-6wc02/files/caltech-101.zip")
                  .md5("3138e1922a9193bfa496528edbbc45d0")
                  .holding("caltech-101/101_ObjectCategories.tar.gz")
                  .inner("caltech-101/101_ObjectCategories.tar.gz")),
          new PartSizes(101, 2525, 505, 5647),
          Metric.MEAN_PER_CLASS);

  /** Stanford Cars. */
  public static final Dataset CARS =
      new Dataset(
          "cars",
          "Stanford Cars",
          "https://ai.stanford.edu/~jkrause/cars/car_dataset.html",
          "",
          List.of(
              DatasetFile.named("cars_train.tgz")
                  .md5("065e5b463ae28d29e77c1b4b166cfe61")
                  .images(8144),
              DatasetFile.named("cars_test.tgz")
                  .md5("4ce7ebf6a94d07f1952d94dd34c4d501")
                  .images(8041),
              DatasetFile.named("car_devkit.tgz")
                  .md5("c3b158d763b6e2245038c8ad08e45376")
                  .holding("devkit/cars_meta.mat", "devkit/cars_train_annos.mat"),
              DatasetFile.named("cars_test_annos_withlabels.mat")
                  .md5("b0a2b23655a3edd16d84508592a98d10")),
          new PartSizes(196, 6494, 1650, 8041),
          Metric.TOP_1);

  /** FGVC Aircraft. */
  public static final Dataset AIRCRAFT =
      new Dataset(
          "aircraft",
          "FGVC Aircraft",
          "https://www.robots.ox.ac.uk/~vgg/data/fgvc-aircraft/",
          "fgvc-aircraft-2013b",
          List.of(
              DatasetFile.at(OXFORD + "fgvc-aircraft/archives/fgvc-aircraft-2013b.tar.gz")
                  .md5("d4acdd33327262359767eeaa97a4f732")
                  .holding(
                      "fgvc-aircraft-2013b/data/variants.txt",
                      "fgvc-aircraft-2013b/data/images_variant_train.txt",
                      "fgvc-aircraft-2013b/data/images_variant_val.txt",
                      "fgvc-aircraft-2013b/data/images_variant_test.txt")
                  .images(10_000)),
          new PartSizes(100, 3334, 3333, 3333),
          Metric.MEAN_PER_CLASS);

  /** Describable Textures. */
  public static final Dataset DTD =
      new Dataset(
          "dtd",
          "Describable Textures (DTD)",
          "https://www.robots.ox.ac.uk/~vgg/data/dtd/",
          "dtd",
          List.of(
              DatasetFile.at(OXFORD + "dtd/download/dtd-r1.0.1.tar.gz")
                  .md5("fff73e5086ae6bdbea199a49dfb8a4c1")
                  .holding("dtd/labels/train1.txt", "dtd/labels/val1.txt", "dtd/labels/test1.txt")
                  .images(5640)),
          new PartSizes(47, 1880, 1880, 1880),
          Metric.TOP_1);

  /** SUN397. */
  public static final Dataset SUN397 =
      new Dataset(
          "sun397",
          "SUN397",
          "https://vision.princeton.edu/projects/2010/SUN/",
          "",
          List.of(
              DatasetFile.at("http://vision.princeton.edu/projects/2010/SUN/SUN397.tar.gz")
                  .md5("8ca2778205c41d23104230ba66911c7a"),
              DatasetFile.at(
                      "https://vision.princeton.edu/projects/2010/SUN/download/Partitions.zip")
                  .holding("ClassName.txt", "Training_01.txt", "Testing_01.txt")),
          new PartSizes(397, 15_880, 3970, 19_850),
          Metric.TOP_1);

  /** PASCAL VOC 2007. */
  public static final Dataset VOC2007 =
      new Dataset(
          "voc2007",
          "PASCAL VOC 2007 (boxes)",
          "http://host.robots.ox.ac.uk/pascal/VOC/voc2007/",
          "VOCdevkit/VOC2007",
          List.of(
              DatasetFile.at(VOC + "VOCtrainval_06-Nov-2007.tar")
                  .md5("c52e279531787c972589f7e41ab4ae64")
                  .holding("VOCdevkit/VOC2007/ImageSets/Main/trainval.txt"),
              DatasetFile.at(VOC + "VOCtest_06-Nov-2007.tar")
                  .md5("b6e924de25625d8de591ea690078ad9f")
                  .holding("VOCdevkit/VOC2007/ImageSets/Main/test.txt")),
          new PartSizes(20, 2501, 2510, 4952),
          Metric.AVERAGE_PRECISION);

  private static final List<Dataset> ALL =
      List.of(
          CIFAR10,
          CIFAR100,
          FOOD101,
          MIT67,
          PETS,
          FLOWERS102,
          CALTECH101,
          CARS,
          AIRCRAFT,
          DTD,
          SUN397,
          STL10,
          VOC2007);

  private Catalog() {}

  /** Returns all data sets, those of the paper's table first. */
  public static List<Dataset> all() {
    return ALL;
  }

  /** Returns the data set of a name. */
  public static Optional<Dataset> named(String name) {
    return ALL.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }
}
