package io.equivar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.cache.CachedImages;
import io.equivar.core.data.cache.ImageCache;
import io.equivar.core.data.cache.ImageSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * A cache file that was damaged, or made up with checksums that hold: the images are those of the
 * source in any case, or at least images of that size with labels that there are.
 */
class CacheFuzzTest {

  private static final int HEADER_BYTES = 64;
  private static final int PIXELS = 3 * 2 * 3;

  private static Folder folder;
  private static Path cached;
  private static byte[] sound;

  /** Two images of one colour each. */
  private record TwoImages(Path path) implements ImageSource {

    @Override
    public String fingerprint() {
      return "f";
    }

    @Override
    public ImageShape shape() {
      return new ImageShape(2, 3);
    }

    @Override
    public int size() {
      return 2;
    }

    @Override
    public String name(int index) {
      return "image " + index;
    }

    @Override
    public int label(int index) {
      return index;
    }

    @Override
    public List<String> classNames() {
      return List.of("a", "b");
    }

    @Override
    public byte[] pixels(int index) {
      byte[] pixels = new byte[PIXELS];
      Arrays.fill(pixels, (byte) (5 + index));
      return pixels;
    }
  }

  @BeforeAll
  static void make() throws IOException {
    folder = Folder.make();
    open().close();
    try (Stream<Path> files = Files.list(folder.file("cache"))) {
      cached = files.filter(file -> file.toString().endsWith(".images")).findFirst().orElseThrow();
    }
    sound = Files.readAllBytes(cached);
  }

  @AfterAll
  static void delete() {
    folder.delete();
  }

  private static CachedImages open() {
    return new ImageCache(folder.file("cache"), notice -> {}).open(new TwoImages(folder.path()));
  }

  /** Any bytes in the place of the file: it is made anew. */
  @FuzzTest(maxDuration = "45s")
  void damaged(byte[] data) {
    boolean same = Arrays.equals(data, sound);
    put(data);
    try (CachedImages images = open()) {
      requireSource(images);
    }
    assertThat(same || Arrays.equals(sound, read())).isTrue();
  }

  /**
   * A head and an index that are made up: the first byte says where the head is changed, the next
   * four how, what follows becomes the index.
   */
  @FuzzTest(maxDuration = "45s")
  void forged(byte[] data) {
    if (data.length < 5) {
      return;
    }
    byte[] index = Arrays.copyOfRange(data, 5, data.length);
    ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + 2 * PIXELS + index.length);
    file.put(sound, 0, HEADER_BYTES + 2 * PIXELS).put(index);
    file.putInt(28, index.length).putInt(32, checksum(index, index.length));
    int place = 8 + 4 * Math.floorMod(data[0], 8);
    file.putInt(place, file.getInt(place) + ByteBuffer.wrap(data).getInt(1));
    byte[] bytes = file.array();
    file.putInt(HEADER_BYTES - 4, checksum(bytes, HEADER_BYTES - 4));
    put(bytes);
    try (CachedImages images = open()) {
      requireSource(images);
    }
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }

  private static void requireSource(CachedImages images) {
    assertThat(images.shape()).isEqualTo(new ImageShape(2, 3));
    assertThat(images.size()).isEqualTo(2);
    for (int i = 0; i < images.size(); i++) {
      byte[] pixels = new byte[PIXELS];
      images.read(i, pixels, 0);
      assertThat(pixels).containsOnly((byte) (5 + i));
      assertThat(images.label(i)).isBetween(-1, images.classNames().size() - 1);
    }
  }

  private static void put(byte[] bytes) {
    try {
      Files.write(cached, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read() {
    try {
      return Files.readAllBytes(cached);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
