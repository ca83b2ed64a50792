package io.equivar.core.detect.voc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.core.data.CheckReport;
import io.equivar.core.data.catalog.Catalog;
import io.equivar.core.detect.measure.Box;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocFolderTest {

  @TempDir private Path folder;

  @TempDir private Path cache;

  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    list("trainval", "000001", "000002");
    list("test", "000003");
    for (String name : List.of("000001", "000002", "000003")) {
      image(name, 40, 20);
    }
    annotation("000001", 40, 20, object("dog", 1, 1, 10, 20, 0), object("cat", 21, 3, 30, 12, 1));
    annotation("000002", 40, 20);
    annotation("000003", 40, 20, object("cat", 2, 2, 41, 8, 0));
  }

  @Test
  void readsBoxesAsPixelsFromOneBothCornersInside() {
    List<AnnotatedImage> images = VocFolder.open(folder).read("trainval");

    assertThat(images)
        .extracting(AnnotatedImage::name)
        .containsExactly("JPEGImages/000001.jpg", "JPEGImages/000002.jpg");
    assertThat(images.get(0).annotation())
        .isEqualTo(
            new Annotation(
                40,
                20,
                List.of(
                    new AnnotatedObject("dog", new Box(0, 0, 10, 20), false),
                    new AnnotatedObject("cat", new Box(20, 2, 30, 12), true))));
    // Ten columns and twenty rows, as the development kit counts them.
    assertThat(images.get(0).annotation().objects().get(0).box().area()).isEqualTo(200);
    assertThat(images.get(1).annotation().objects()).isEmpty();
    // A pixel beyond the image is cut off.
    assertThat(VocFolder.open(folder).read("test").get(0).annotation().objects().get(0).box())
        .isEqualTo(new Box(1, 1, 40, 8));
  }

  @Test
  void findsTheFolderOfTheDevelopmentKit() throws IOException {
    Path kit = cache.resolve("VOCdevkit/VOC2007");
    Files.createDirectories(kit.getParent());
    Files.createSymbolicLink(kit, folder);

    assertThat(VocFolder.open(cache).read("test")).hasSize(1);
  }

  @Test
  void fitsImagesIntoSquaresWithTheirBoxes() {
    try (DetectionData data = open()) {
      DetectionSet training = data.training();
      assertThat(training.classNames()).containsExactly("cat", "dog");
      assertThat(training.size()).isEqualTo(2);
      assertThat(training.scales()).containsExactly(0.4, 0.4);
      assertThat(training.objects().get(0).get(0).box()).isEqualTo(new Box(0, 0, 4, 8));
      assertThat(training.objects().get(0).get(0).label()).isEqualTo(1);
      assertThat(training.objects().get(0).get(1).ignored()).isTrue();
      byte[] pixels = new byte[training.images().imageBytes()];
      training.images().read(0, pixels, 0);
      // The upper half is the image, red; below it is grey.
      assertThat(pixels[3 * (7 * 16 + 15)] & 0xff).isGreaterThan(240);
      assertThat(pixels[3 * (8 * 16)] & 0xff).isEqualTo(114);
    }
    assertThat(notices).noneMatch(notice -> notice.contains("left out"));
  }

  @Test
  void leavesOutImagesOfAnotherSizeThanAnnotated() throws IOException {
    image("000001", 41, 20);

    try (DetectionData data = open()) {
      assertThat(data.training().size()).isEqualTo(1);
      assertThat(data.training().objects().get(0)).isEmpty();
    }
    assertThat(notices).anyMatch(notice -> notice.startsWith("1 of 2 images left out"));
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    Files.delete(folder.resolve("JPEGImages/000001.jpg"));
    Files.delete(folder.resolve("Annotations/000002.xml"));

    assertThatThrownBy(() -> VocFolder.open(folder).read("trainval"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must hold every image of trainval.txt")
        .hasMessageContaining("JPEGImages/000001.jpg")
        .hasMessageContaining("must hold an annotation of every image of trainval.txt")
        .hasMessageContaining("Annotations/000002.xml");
    assertThatThrownBy(() -> VocFolder.open(folder).read("train"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("--data ImageSets/Main/train.txt must be a list of images")
        .hasMessageContaining("There are test.txt, trainval.txt");
    assertThatThrownBy(() -> VocFolder.open(cache))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must be a folder in the layout of PASCAL VOC");
  }

  @Test
  void checksAgainstWhatWasPublished() throws IOException {
    list("train", "000001");
    list("val", "000002");

    CheckReport report = VocCheck.folder(Catalog.VOC2007, folder);

    assertThat(report.lines())
        .containsExactly("2 classes, 1 training + 1 validation + 1 test images");
    assertThat(report.problems())
        .containsExactly(
            "published are 20 classes, 2,501 training + 2,510 validation + 4,952 test images");
  }

  @Test
  void namesDamagedAnnotations() throws IOException {
    refuses("<annotation><size>", "is no XML that can be read");
    refuses("<a/>", "must have the root 'annotation', got 'a'");
    refuses("<annotation/>", "lacks 'size' in 'annotation'");
    refuses(text(0, 20), "must have a size of at least 1 x 1, got 0 x 20");
    refuses(text(40, 20, object("dog", 5, 5, 4, 9, 0)), "must have boxes with xmin <= xmax");
    refuses(text(40, 20, object("dog", 50, 5, 60, 9, 0)), "has a box outside the image");
    refuses(
        text(40, 20, object("dog", 5, 5, 9, 9, 0).replace("<ymax>9", "<ymax>nine")),
        "must have a number as 'ymax', got 'nine'");
  }

  @Test
  void resolvesNoEntities() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "secret");
    String hostile =
        "<!DOCTYPE annotation [<!ENTITY e SYSTEM '"
            + folder.resolve("secret.txt").toUri()
            + "'>]>"
            + text(40, 20, object("&e;", 1, 1, 5, 5, 0));

    refuses(hostile, "is no XML that can be read: DOCTYPE is disallowed");
  }

  @Test
  void refusesNamesThatLeadOut() throws IOException {
    list("trainval", "../secret");

    assertThatThrownBy(() -> VocFolder.open(folder).read("trainval"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must have lines that are names of images, got ../secret");
  }

  @Test
  void drawsShapesWithTightBoxes() throws IOException {
    Path shapes = cache.resolve("shapes");
    ShapesFolder.write(shapes, 6, 3, 64, 5);

    List<AnnotatedImage> images = VocFolder.open(shapes).read("trainval");

    assertThat(images).hasSize(6);
    assertThat(VocFolder.open(shapes).read("test")).hasSize(3);
    assertThat(images.stream().mapToInt(image -> image.annotation().objects().size()))
        .allMatch(count -> count >= 1 && count <= 3);
    for (AnnotatedImage image : images) {
      for (AnnotatedObject object : image.annotation().objects()) {
        // Shapes lie within a circle of .12 to .22 of the side, and fill much of it.
        double longer =
            Math.max(
                object.box().right() - object.box().left(),
                object.box().bottom() - object.box().top());
        assertThat(longer).isBetween(64 * 0.12 * 1.3, 64 * 0.22 * 2 + 1);
      }
    }
    assertThatThrownBy(() -> ShapesFolder.write(shapes, 6, 3, 64, 5))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("--out must be a new or empty folder");
  }

  private void refuses(String annotation, String message) throws IOException {
    Files.writeString(folder.resolve("Annotations/000001.xml"), annotation);
    assertThatThrownBy(() -> VocFolder.open(folder).read("trainval"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must hold annotations as VOC has them")
        .hasMessageContaining("Annotations/000001.xml " + message);
  }

  private DetectionData open() {
    return DetectionData.open(
        folder, "trainval", "test", 16, cache.resolve("images"), notices::add);
  }

  private void list(String set, String... names) throws IOException {
    Files.createDirectories(folder.resolve("ImageSets/Main"));
    Files.writeString(
        folder.resolve("ImageSets/Main/" + set + ".txt"), String.join("\n", names) + "\n");
  }

  private void annotation(String name, int width, int height, String... objects)
      throws IOException {
    Files.createDirectories(folder.resolve("Annotations"));
    Files.writeString(folder.resolve("Annotations/" + name + ".xml"), text(width, height, objects));
  }

  private static String text(int width, int height, String... objects) {
    return "<annotation><folder>VOC2007</folder><size><width>"
        + width
        + "</width><height>"
        + height
        + "</height><depth>3</depth></size>"
        + String.join("", objects)
        + "</annotation>";
  }

  private static String object(
      String name, int left, int top, int right, int bottom, int difficult) {
    return "<object><name>"
        + name
        + "</name><pose>Left</pose><truncated>1</truncated><difficult>"
        + difficult
        + "</difficult><bndbox><xmin>"
        + left
        + "</xmin><ymin>"
        + top
        + "</ymin><xmax>"
        + right
        + "</xmax><ymax>"
        + bottom
        + "</ymax></bndbox><part><bndbox><xmin>1</xmin></bndbox></part></object>";
  }

  private void image(String name, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, 0xff0000);
    }
    Files.createDirectories(folder.resolve("JPEGImages"));
    ImageIO.write(image, "jpg", folder.resolve("JPEGImages/" + name + ".jpg").toFile());
  }
}
