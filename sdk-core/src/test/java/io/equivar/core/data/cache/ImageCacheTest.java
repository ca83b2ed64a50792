package io.equivar.core.data.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCacheTest {

  @TempDir private Path folder;

  private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
  private Path data;
  private ImageCache cache;

  @BeforeEach
  void makeFolders() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    Files.createFile(data.resolve("empty"));
    cache = new ImageCache(folder.resolve("cache"), notices::add);
  }

  @Test
  void keepsImagesAndLabelsInTheirOrder() {
    try (CachedImages images = cache.open(new NumberedImages(data, "a", 5, 8, 200))) {
      assertThat(images.size()).isEqualTo(3);
      assertThat(images.imageBytes()).isEqualTo(18);
      assertThat(images.classNames()).containsExactly("even", "odd");
      assertThat(List.of(images.label(0), images.label(1), images.label(2)))
          .containsExactly(1, 0, 0);
      byte[] target = new byte[20];
      images.read(2, target, 1);
      assertThat(target[0]).isZero();
      assertThat(target[1]).isEqualTo((byte) 200);
      assertThat(target[18]).isEqualTo((byte) 200);
      assertThat(target[19]).isZero();
    }
  }

  @Test
  void makesTheFileOnce() {
    NumberedImages source = new NumberedImages(data, "a", 5, 8);

    cache.open(source).close();
    cache.open(source).close();

    assertThat(source.made()).isEqualTo(2);
    assertThat(notices).containsExactly("decoding 2 files of " + data + " into " + file(".images"));
  }

  @Test
  void makesTheFileAnewWhenTheSourceChanged() {
    cache.open(new NumberedImages(data, "a", 5)).close();

    try (CachedImages images = cache.open(new NumberedImages(data, "b", 6, 7))) {
      assertThat(images.size()).isEqualTo(2);
    }
    assertThat(notices)
        .last()
        .isEqualTo(
            "the cache "
                + file(".images")
                + " is older than the files that it was made of; it is made anew");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 62, 64, 90, -1, -20})
  void makesTheFileAnewWhenAByteIsDamaged(int place) throws IOException {
    NumberedImages source = new NumberedImages(data, "a", 5, 8);
    cache.open(source).close();
    byte[] bytes = Files.readAllBytes(file(".images"));
    bytes[place < 0 ? bytes.length + place : place] ^= 4;
    Files.write(file(".images"), bytes);

    assertThat(first(source)).isEqualTo((byte) 5);
    assertThat(source.made()).isEqualTo(4);
    assertThat(notices)
        .last()
        .isEqualTo("the cache " + file(".images") + " is damaged; it is made anew");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 64, 100})
  void makesTheFileAnewWhenItIsCutOff(int length) throws IOException {
    NumberedImages source = new NumberedImages(data, "a", 5, 8);
    cache.open(source).close();
    byte[] bytes = Files.readAllBytes(file(".images"));
    Files.write(file(".images"), Arrays.copyOf(bytes, length));

    assertThat(first(source)).isEqualTo((byte) 5);
    assertThat(notices).last().asString().endsWith(" is damaged; it is made anew");
  }

  @Test
  void makesTheFileAnewWhenAnotherVersionWroteIt() throws IOException {
    NumberedImages source = new NumberedImages(data, "a", 5, 8);
    cache.open(source).close();
    byte[] bytes = Files.readAllBytes(file(".images"));
    bytes[11]++;
    Files.write(file(".images"), bytes);

    assertThat(first(source)).isEqualTo((byte) 5);
    assertThat(notices)
        .last()
        .asString()
        .endsWith(" was written by another version of the program; it is made anew");
  }

  @Test
  void leavesOutWhatCannotBeReadAndSaysSo() throws IOException {
    CacheReport made;
    try (CachedImages images = cache.open(new NumberedImages(data, "a", 5, -1, 8, -2))) {
      made = images.report();
      assertThat(images.size()).isEqualTo(2);
      assertThat(images.label(1)).isZero();
    }

    assertThat(made.leftOut())
        .containsExactly(new LeftOut("image 1", "is empty"), new LeftOut("image 3", "is empty"));
    assertThat(made.summary()).isEqualTo("2 of 4 images left out, see " + file(".left-out.txt"));
    assertThat(made.file()).hasContent("image 1 is empty\nimage 3 is empty\n");
    assertThat(cache.open(new NumberedImages(data, "a")).report()).isEqualTo(made);

    cache.open(new NumberedImages(data, "b", 5)).close();
    assertThat(made.file()).doesNotExist();
  }

  @Test
  void refusesASourceWithoutAnyReadableImage() {
    assertThatThrownBy(() -> cache.open(new NumberedImages(data, "a", -1, -2)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "data.path must hold images that can be read, got none among the 2 files of %s: image"
                + " 0 is empty. All reasons are in %s",
            data, file(".left-out.txt"));
    assertThatThrownBy(() -> cache.open(new NumberedImages(data, "a")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("data.path must hold images that can be read, got no file in %s", data);
  }

  @Test
  void refusesAFolderThatCannotBeWritten() throws IOException {
    Path occupied = Files.createFile(folder.resolve("occupied"));

    assertThatThrownBy(
            () -> new ImageCache(occupied, notices::add).open(new NumberedImages(data, "a", 5)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "the cache folder must be writable and have room for the decoded images, got %s"
                + " (java.nio.file.FileAlreadyExistsException: %s)."
                + " Choose another folder or free some space",
            occupied, occupied);
  }

  @Test
  void readsAcrossSegments() {
    Integer[] numbers = Stream.iterate(0, i -> i < 100, i -> i + 1).toArray(Integer[]::new);
    ImageCache segmented = new ImageCache(folder.resolve("cache"), notices::add, 40);

    try (CachedImages images = segmented.open(new NumberedImages(data, "a", numbers))) {
      for (int i = 0; i < 100; i++) {
        byte[] pixels = new byte[18];
        images.read(i, pixels, 0);
        assertThat(pixels).containsOnly(i);
      }
    }
  }

  @Test
  void isMadeByOneOfThoseWhoAskAtATime() throws Exception {
    NumberedImages source = new NumberedImages(data, "a", 5, 8, 9, 10);
    List<Callable<Byte>> openers = Collections.nCopies(6, () -> first(source));
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      for (Future<Byte> first : threads.invokeAll(openers)) {
        assertThat(first.get()).isEqualTo((byte) 5);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(source.made()).isEqualTo(4);
  }

  @Test
  void leavesNothingElseBehind() throws IOException {
    cache.open(new NumberedImages(data, "a", 5, -1)).close();

    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      assertThat(files).hasSize(3);
    }
    assertThat(file(".images")).exists();
    assertThat(file(".left-out.txt")).exists();
    assertThat(file(".lock")).exists();
  }

  @Test
  void refusesToReadWhatIsNotThere() {
    CachedImages images = cache.open(new NumberedImages(data, "a", 5));

    assertThatThrownBy(() -> images.read(1, new byte[18], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> images.read(0, new byte[18], 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    images.close();
    images.close();
    assertThatThrownBy(() -> images.read(0, new byte[18], 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the image set is closed");
  }

  @Test
  void standsWhereTheSystemKeepsCaches() {
    Path home = Path.of("/home/ada");

    assertThat(ImageCache.standardFolder("", home)).isEqualTo(home.resolve(".cache/equivar"));
    assertThat(ImageCache.standardFolder("relative", home))
        .isEqualTo(home.resolve(".cache/equivar"));
    assertThat(ImageCache.standardFolder("/var/c", home)).isEqualTo(Path.of("/var/c/equivar"));
  }

  private byte first(ImageSource source) {
    try (CachedImages images = new ImageCache(folder.resolve("cache"), notices::add).open(source)) {
      byte[] pixels = new byte[18];
      images.read(0, pixels, 0);
      return pixels[0];
    }
  }

  private Path file(String ending) {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      Path lock = files.filter(file -> file.toString().endsWith(".lock")).findFirst().orElseThrow();
      return lock.resolveSibling(lock.getFileName().toString().replace(".lock", ending));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
