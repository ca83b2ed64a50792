package io.equivar.core.data.published;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Writes small data sets in the layouts of the large ones. */
public final class PublishedLayout {

  private final Path folder;

  /** Makes a writer into a folder. */
  public PublishedLayout(Path folder) {
    this.folder = folder;
  }

  /** Food-101: two classes with four training images and one test image. */
  public void food101() {
    StringBuilder train = new StringBuilder();
    StringBuilder test = new StringBuilder();
    for (String name : List.of("waffles", "apple_pie")) {
      for (int i = 0; i < 5; i++) {
        image("food-101/images/" + name + "/10" + i + ".jpg", 10 * i);
        (i < 4 ? train : test).append(name).append("/10").append(i).append('\n');
      }
    }
    text("food-101/meta/train.txt", train.toString());
    text("food-101/meta/test.txt", test.toString());
  }

  /** MIT Indoor-67: two classes with eight training images and one test image. */
  public void mit67() {
    StringBuilder train = new StringBuilder();
    for (String name : List.of("bakery", "attic")) {
      for (int i = 0; i < 8; i++) {
        image("Images/" + name + "/room_" + i + ".jpg", 10 * i);
        train.append(name).append("/room_").append(i).append(".jpg\r\n");
      }
      image("Images/" + name + "/unused.jpg", 0);
      image("Images/" + name + "/t.jpg", 200);
    }
    text("TrainImages.txt", train.toString());
    // The last line of the published file has no end.
    text("TestImages.txt", "attic/t.jpg\r\nbakery/t.jpg");
  }

  /** Pets: two classes with five training images and one test image. */
  public void pets() {
    StringBuilder train = new StringBuilder();
    StringBuilder test = new StringBuilder();
    int label = 1;
    for (String name : List.of("Abyssinian", "american_bulldog")) {
      for (int i = 1; i <= 6; i++) {
        image("images/" + name + "_" + i + ".jpg", 10 * i);
        (i < 6 ? train : test).append(name + "_" + i + " " + label + " " + label + " 1\n");
      }
      label++;
    }
    text("annotations/list.txt", "#Image CLASS-ID SPECIES BREED ID\n");
    text("annotations/trainval.txt", train.toString());
    text("annotations/test.txt", test.toString());
  }

  /** Flowers-102: six images in two classes. */
  public void flowers102() {
    for (int i = 1; i <= 6; i++) {
      image(String.format("jpg/image_%05d.jpg", i), 10 * i);
    }
    matlab("imagelabels.mat", Mat5.newMatFile().addArray("labels", row(1, 2, 1, 2, 2, 1)));
    matlab(
        "setid.mat",
        Mat5.newMatFile()
            .addArray("trnid", row(6, 2))
            .addArray("valid", row(1, 4))
            .addArray("tstid", row(3, 5)));
  }

  /** Caltech-101: two classes with 31 and 33 images, and the background. */
  public void caltech101() {
    classOfCaltech("accordion", 31);
    classOfCaltech("Faces", 33);
    classOfCaltech("BACKGROUND_Google", 2);
  }

  /** Writes a class of Caltech-101. */
  public void classOfCaltech(String name, int images) {
    for (int i = 1; i <= images; i++) {
      image(String.format("caltech-101/101_ObjectCategories/%s/image_%04d.jpg", name, i), i);
    }
  }

  /** Cars: two classes with five training images and one test image. */
  public void cars() {
    Cell names = Mat5.newCell(1, 2);
    names.set(0, Mat5.newString("AM General Hummer SUV 2000"));
    names.set(1, Mat5.newString("Acura RL Sedan 2012"));
    matlab("devkit/cars_meta.mat", Mat5.newMatFile().addArray("class_names", names));
    cars("devkit/cars_train_annos.mat", "cars_train", 2, 1, 2, 1, 2, 1, 2, 1, 2, 1);
    cars("cars_test_annos_withlabels.mat", "cars_test", 1, 2);
  }

  /** Writes the images and annotations of a part of Cars. */
  public void cars(String annotations, String images, int... classes) {
    Struct struct = Mat5.newStruct(1, classes.length);
    for (int i = 0; i < classes.length; i++) {
      String name = String.format("%05d.jpg", i + 1);
      image(images + "/" + name, 10 * i);
      struct.set("bbox_x1", i, Mat5.newScalar(1));
      struct.set("class", i, Mat5.newScalar(classes[i]));
      struct.set("fname", i, Mat5.newString(name));
    }
    matlab(annotations, Mat5.newMatFile().addArray("annotations", struct));
  }

  /** Aircraft: two variants with an image in each part. */
  public void aircraft() {
    text("fgvc-aircraft-2013b/data/variants.txt", "707-320\nF/A-18\n");
    int number = 1_000_000;
    for (String part : List.of("train", "val", "test")) {
      StringBuilder lines = new StringBuilder();
      for (String variant : List.of("F/A-18", "707-320")) {
        number++;
        image("fgvc-aircraft-2013b/data/images/" + number + ".jpg", number % 100);
        lines.append(number).append(' ').append(variant).append('\n');
      }
      text("fgvc-aircraft-2013b/data/images_variant_" + part + ".txt", lines.toString());
    }
  }

  /** DTD: two classes with an image in each part, and a second split that turns them round. */
  public void dtd() {
    for (String name : List.of("banded", "woven")) {
      for (int i = 1; i <= 3; i++) {
        image("dtd/images/" + name + "/" + name + "_000" + i + ".jpg", 10 * i);
      }
    }
    List<String> parts = List.of("train", "val", "test");
    for (int split = 1; split <= 2; split++) {
      for (int part = 0; part < 3; part++) {
        int number = split == 1 ? part + 1 : 3 - part;
        text(
            "dtd/labels/" + parts.get(part) + split + ".txt",
            "woven/woven_000" + number + ".jpg\nbanded/banded_000" + number + ".jpg\n");
      }
    }
  }

  /** SUN397: two classes with five training images and one test image. */
  public void sun397() {
    text("ClassName.txt", "/a/abbey\n/a/athletic_field/outdoor\n");
    StringBuilder train = new StringBuilder();
    StringBuilder test = new StringBuilder();
    for (String name : List.of("/a/athletic_field/outdoor", "/a/abbey")) {
      for (int i = 0; i < 6; i++) {
        image("SUN397" + name + "/sun_" + i + ".jpg", 10 * i);
        (i < 5 ? train : test).append(name).append("/sun_").append(i).append(".jpg\n");
      }
    }
    text("Training_01.txt", train.toString());
    text("Testing_01.txt", test.toString());
  }

  /** Writes a text. */
  public void text(String name, String content) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a picture of 8 x 8 pixels whose red is {@code red}; blue and green are 90. */
  public void image(String name, int red) {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < 64; pixel++) {
      image.setRGB(pixel % 8, pixel / 8, (red << 16) | (90 << 8) | 90);
    }
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      // PNG whatever it is called: some of the published files are, too.
      ImageIO.write(image, "png", folder.resolve(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a MATLAB file, compressed as MATLAB does. */
  public void matlab(String name, MatFile content) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Mat5.writeToFile(content, folder.resolve(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a row of numbers. */
  public static Matrix row(int... values) {
    Matrix matrix = Mat5.newMatrix(1, values.length);
    for (int i = 0; i < values.length; i++) {
      matrix.setDouble(i, values[i]);
    }
    return matrix;
  }
}
