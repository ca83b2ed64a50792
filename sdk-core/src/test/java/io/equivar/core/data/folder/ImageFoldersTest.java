package io.equivar.core.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.core.config.FolderData;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.cache.ImageCache;
import io.equivar.core.data.cache.LeftOut;
import io.equivar.core.data.image.DecodingLimits;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFoldersTest {

  @TempDir private Path folder;

  @TempDir private Path cacheFolder;

  private final List<String> notices = new ArrayList<>();

  @Test
  void takesSubFoldersAsClasses() throws IOException {
    image("rose/2.png", 0x000022);
    image("rose/1.png", 0x000011);
    image("iris/deep/er/3.png", 0x000033);
    image("4.png", 0x000044);

    try (var splits = open().splits()) {
      ImageSet training = splits.training();
      assertThat(training.classNames()).containsExactly("iris", "rose");
      assertThat(blues(training)).containsExactly(0x44, 0x33, 0x11, 0x22);
      assertThat(labels(training)).containsExactly(ImageSet.NO_LABEL, 0, 1, 1);
      ImageSet labelled = splits.labelledTraining().orElseThrow();
      assertThat(blues(labelled)).containsExactly(0x33, 0x11, 0x22);
      assertThat(labels(labelled)).containsExactly(0, 1, 1);
      assertThat(splits.test()).isEmpty();
    }
  }

  @Test
  void takesAFolderWithoutClasses() throws IOException {
    image("b.png", 2);
    image("a.png", 1);

    try (var splits = open().splits()) {
      assertThat(blues(splits.training())).containsExactly(1, 2);
      assertThat(splits.training().classNames()).isEmpty();
      assertThat(splits.labelledTraining()).isEmpty();
    }
  }

  @Test
  void takesTrainAndTestApart() throws IOException {
    image("train/rose/1.png", 1);
    image("train/iris/2.png", 2);
    image("test/rose/3.png", 3);
    image("test/tulip/4.png", 4);
    image("val/rose/5.png", 5);
    image("notes/6.png", 6);

    try (var splits = open().splits()) {
      assertThat(blues(splits.training())).containsExactly(2, 1);
      ImageSet test = splits.test().orElseThrow();
      assertThat(blues(test)).containsExactly(3, 4);
      assertThat(test.classNames()).containsExactly("iris", "rose", "tulip");
      assertThat(labels(splits.training())).containsExactly(0, 1);
      assertThat(labels(test)).containsExactly(1, 2);
    }
  }

  @Test
  void takesValForValidationBesideTest() throws IOException {
    image("train/rose/1.png", 1);
    image("test/rose/3.png", 3);
    image("val/iris/4.png", 4);
    image("val/rose/5.png", 5);

    try (var splits = open().splits()) {
      assertThat(blues(splits.training())).containsExactly(1);
      ImageSet labelled = splits.labelledTraining().orElseThrow();
      assertThat(blues(labelled)).containsExactly(1, 4, 5);
      assertThat(labels(labelled)).containsExactly(1, 0, 1);
      assertThat(splits.validation().orElseThrow().places().toArray()).containsExactly(1, 2);
      assertThat(blues(splits.test().orElseThrow())).containsExactly(3);
    }
  }

  @Test
  void takesValWhereThereIsNoTest() throws IOException {
    image("train/rose/1.png", 1);
    image("val/rose/5.png", 5);

    try (var splits = open().splits()) {
      assertThat(blues(splits.test().orElseThrow())).containsExactly(5);
    }
  }

  @Test
  void skipsWhatIsHiddenAndFollowsLinksButNotInCircles() throws IOException {
    image("rose/1.png", 1);
    image(".hidden/2.png", 2);
    image("rose/.3.png", 3);
    Files.createSymbolicLink(folder.resolve("rose/self"), folder.resolve("rose"));
    Files.createSymbolicLink(folder.resolve("iris"), folder.resolve("rose/1.png").getParent());
    Files.createSymbolicLink(folder.resolve("rose/gone.png"), folder.resolve("nowhere"));

    OpenedFolder opened = open();

    try (var splits = opened.splits()) {
      assertThat(splits.training().classNames()).containsExactly("iris", "rose");
      assertThat(blues(splits.training())).containsExactly(1, 1);
    }
    assertThat(opened.reports().get(0).leftOut())
        .extracting(LeftOut::file)
        .containsExactly("iris/gone.png", "rose/gone.png");
  }

  @Test
  void leavesOutWhatIsNoImageByName() throws IOException {
    image("rose/1.png", 1);
    Files.writeString(folder.resolve("rose/2.jpg"), "a text");

    OpenedFolder opened = open();

    opened.splits().close();
    assertThat(opened.reports()).hasSize(1);
    assertThat(opened.reports().get(0).leftOut())
        .extracting(LeftOut::toString)
        .containsExactly(
            "rose/2.jpg is not an image of a known format;"
                + " JPEG, PNG, GIF, BMP, TIFF, WebP and PNM can be read");
  }

  @Test
  void noticesChangedAddedAndRemovedFiles() throws IOException {
    image("rose/1.png", 1);
    image("rose/2.png", 2);
    assertThat(blues(open().splits().training())).containsExactly(1, 2);
    assertThat(blues(open().splits().training())).containsExactly(1, 2);
    assertThat(notices).hasSize(1);

    image("rose/3.png", 3);
    assertThat(blues(open().splits().training())).containsExactly(1, 2, 3);
    Files.delete(folder.resolve("rose/1.png"));
    assertThat(blues(open().splits().training())).containsExactly(2, 3);
    image("rose/3.png", 4);
    Files.setLastModifiedTime(folder.resolve("rose/3.png"), FileTime.fromMillis(1));
    assertThat(blues(open().splits().training())).containsExactly(2, 4);
    assertThat(notices).hasSize(4);
  }

  @Test
  void takesUpFilesThatWereLeftOutForLackOfMemory() throws IOException {
    image("rose/1.png", 1);
    image("rose/2.png", 2);
    BufferedImage large = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(large, "png", folder.resolve("rose/3.png").toFile());
    DecodingLimits little = new DecodingLimits(1_000_000, 4 << 20, Duration.ofMinutes(1));

    for (int time = 0; time < 2; time++) {
      OpenedFolder first = open(folder, 8, little);
      assertThat(first.reports().get(0).leftOut())
          .extracting(LeftOut::toString)
          .containsExactly(
              "rose/3.png needs about 4 MiB to be decoded; the limit is 3 MiB, more with more"
                  + " memory for Java (-Xmx)");
    }
    assertThat(notices).hasSize(1);

    assertThat(open().splits().training().size()).isEqualTo(3);
    assertThat(notices)
        .last()
        .asString()
        .endsWith("lacks images that can be read by now; it is made anew");
  }

  @Test
  void keepsACacheForEverySize() throws IOException {
    image("rose/1.png", 1);

    assertThat(open(8).splits().training().shape()).hasToString("8 x 8");
    assertThat(open(16).splits().training().shape()).hasToString("16 x 16");
    open(8).splits().close();
    assertThat(notices).hasSize(2);
  }

  @Test
  void refusesFoldersThatCannotBeMeant() throws IOException {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> open(missing, 8))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("data.path must be a folder of images, got %s", missing);

    image("test/rose/1.png", 1);
    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "data.path must have a folder train beside test, got %s."
                + " Put the training images into %s",
            folder, folder.resolve("train"));
  }

  private OpenedFolder open() {
    return open(8);
  }

  private OpenedFolder open(int side) {
    return open(folder, side);
  }

  private OpenedFolder open(Path path, int side) {
    return open(path, side, DecodingLimits.defaults());
  }

  private OpenedFolder open(Path path, int side, DecodingLimits limits) {
    return new ImageFolders(new ImageCache(cacheFolder, notices::add), limits)
        .open(new FolderData(path, side));
  }

  private void image(String name, int rgb) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(9, 12, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 108; i++) {
      image.setRGB(i % 9, i / 9, rgb);
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private static List<Integer> blues(ImageSet images) {
    List<Integer> blues = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      byte[] pixels = new byte[images.imageBytes()];
      images.read(i, pixels, 0);
      blues.add((int) pixels[2]);
    }
    return blues;
  }

  private static List<Integer> labels(ImageSet images) {
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      labels.add(images.label(i));
    }
    return labels;
  }
}
