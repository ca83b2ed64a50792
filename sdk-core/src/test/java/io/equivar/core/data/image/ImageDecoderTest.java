package io.equivar.core.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

  @TempDir private Path folder;

  private final ImageDecoder decoder = new ImageDecoder(DecodingLimits.defaults());

  @AfterEach
  void close() {
    decoder.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp", "tiff", "jpeg"})
  void readsEveryFormatWhateverTheNameSays(String format) throws Exception {
    WholeImage image =
        decode(
            ImageFiles.written(ImageFiles.quadrants(BufferedImage.TYPE_INT_RGB), format),
            "image.txt");

    assertQuadrants(
        image, ImageFiles.RED, ImageFiles.GREEN, ImageFiles.BLUE, ImageFiles.YELLOW, 48, 32);
  }

  @ParameterizedTest
  @CsvSource({
    "1, RED, GREEN, BLUE, YELLOW",
    "2, GREEN, RED, YELLOW, BLUE",
    "3, YELLOW, BLUE, GREEN, RED",
    "4, BLUE, YELLOW, RED, GREEN",
    "5, RED, BLUE, GREEN, YELLOW",
    "6, BLUE, RED, YELLOW, GREEN",
    "7, YELLOW, GREEN, BLUE, RED",
    "8, GREEN, YELLOW, RED, BLUE",
    "9, RED, GREEN, BLUE, YELLOW"
  })
  void turnsImagesUprightAsExifSays(
      int orientation, String topLeft, String topRight, String bottomLeft, String bottomRight)
      throws Exception {
    BufferedImage stored = ImageFiles.quadrants(BufferedImage.TYPE_INT_RGB);
    boolean turned = orientation >= 5 && orientation <= 8;
    for (byte[] file :
        new byte[][] {
          ImageFiles.jpegOfOrientation(stored, orientation),
          ImageFiles.pngOfOrientation(stored, orientation)
        }) {
      assertQuadrants(
          decode(file, "turned"),
          color(topLeft),
          color(topRight),
          color(bottomLeft),
          color(bottomRight),
          turned ? 32 : 48,
          turned ? 48 : 32);

      byte[] square = decoder.decodeSquare(write(file, "square"), 16);
      assertThat(near(pixel(square, 16, 2, 2), color(topLeft))).isTrue();
      assertThat(near(pixel(square, 16, 13, 2), color(topRight))).isTrue();
      assertThat(near(pixel(square, 16, 2, 13), color(bottomLeft))).isTrue();
      assertThat(near(pixel(square, 16, 13, 13), color(bottomRight))).isTrue();
    }
  }

  @Test
  void readsProgressiveJpeg() throws Exception {
    WholeImage image =
        decode(
            ImageFiles.progressiveJpeg(ImageFiles.quadrants(BufferedImage.TYPE_INT_RGB)), "image");

    assertQuadrants(
        image, ImageFiles.RED, ImageFiles.GREEN, ImageFiles.BLUE, ImageFiles.YELLOW, 48, 32);
  }

  @Test
  void convertsCmyk() throws Exception {
    WholeImage image = decode(EmbeddedFiles.cmykJpeg(), "cmyk.jpg");

    assertThat(image.pixel(3, 3)).isEqualTo(0xff0000);
    assertThat(image.pixel(12, 3)).isEqualTo(0x007f7f);
  }

  @Test
  void keepsGreyAsItIs() throws Exception {
    BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSamples(0, 0, 8, 8, 0, filled(64, 60));

    assertThat(decode(ImageFiles.written(grey, "png"), "grey.png").pixel(4, 4)).isEqualTo(0x3c3c3c);
    assertThat(decode(ImageFiles.written(grey, "jpeg"), "grey.jpg").pixel(4, 4))
        .isEqualTo(0x3c3c3c);
  }

  @Test
  void scales16BitsTo8() throws Exception {
    BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_USHORT_GRAY);
    grey.getRaster().setSamples(0, 0, 8, 8, 0, filled(64, 0x00ff));

    assertThat(decode(ImageFiles.written(grey, "png"), "deep.png").pixel(4, 4)).isEqualTo(0x010101);
  }

  @Test
  void scales16BitPnm() throws Exception {
    byte[] file =
        "P5 # a comment\n2 1\n1000\n\u0001\u00f4\u0003\u00e8".getBytes(StandardCharsets.ISO_8859_1);

    WholeImage image = decode(file, "deep.pgm");

    assertThat(image.pixel(0, 0)).isEqualTo(0x808080);
    assertThat(image.pixel(1, 0)).isEqualTo(0xffffff);
  }

  @Test
  void unfoldsPalettes() throws Exception {
    WholeImage image =
        decode(
            ImageFiles.written(ImageFiles.quadrants(BufferedImage.TYPE_BYTE_INDEXED), "png"),
            "palette.png");

    assertQuadrants(
        image, ImageFiles.RED, ImageFiles.GREEN, ImageFiles.BLUE, ImageFiles.YELLOW, 48, 32);
  }

  @Test
  void showsWhiteBehindTransparentParts() throws Exception {
    byte[] half =
        ImageFiles.written(ImageFiles.filled(BufferedImage.TYPE_INT_ARGB, 0x800000ff), "png");
    byte[] nothing =
        ImageFiles.written(ImageFiles.filled(BufferedImage.TYPE_INT_ARGB, 0x00123456), "png");

    assertThat(decode(half, "half.png").pixel(1, 1)).isEqualTo(0x7f7fff);
    assertThat(decode(nothing, "nothing.png").pixel(1, 1)).isEqualTo(0xffffff);
  }

  @Test
  void takesTheFirstFrameOfAnimations() throws Exception {
    byte[] gif =
        ImageFiles.animatedGif(
            ImageFiles.quadrants(BufferedImage.TYPE_INT_RGB),
            ImageFiles.filled(BufferedImage.TYPE_INT_RGB, 0));

    assertQuadrants(
        decode(gif, "moving.gif"),
        ImageFiles.RED,
        ImageFiles.GREEN,
        ImageFiles.BLUE,
        ImageFiles.YELLOW,
        48,
        32);
  }

  @Test
  void placesAFrameThatIsSmallerThanTheImage() throws Exception {
    WholeImage image = decode(EmbeddedFiles.animatedWebp(), "moving.webp");

    assertThat(image.width()).isEqualTo(40);
    assertThat(image.height()).isEqualTo(30);
    assertThat(image.pixel(5, 6)).isEqualTo(0xff0000);
    assertThat(image.pixel(14, 15)).isEqualTo(0xff0000);
    assertThat(image.pixel(4, 6)).isEqualTo(0xffffff);
    assertThat(image.pixel(15, 15)).isEqualTo(0xffffff);
    assertThat(image.pixel(25, 10)).isEqualTo(0xffffff);
  }

  @Test
  void readsLossyWebpAsLibwebpDoes() throws Exception {
    WholeImage image = decode(EmbeddedFiles.lossyWebp(), "photo.webp");

    for (int i = 0; i < 14 * 24; i++) {
      assertThat(distance(image.pixel(i % 14, i / 14), 0x9a8369)).isLessThan(20);
    }
  }

  @Test
  void leavesGammaAndTextsOfPngAside() throws Exception {
    byte[] plain =
        ImageFiles.written(ImageFiles.filled(BufferedImage.TYPE_INT_RGB, 0x405060), "png");
    byte[] gamma = ImageFiles.withChunk(plain, "gAMA", new byte[] {0, 0, (byte) 0xb1, (byte) 0x8f});
    byte[] text = ImageFiles.withChunk(gamma, "zTXt", new byte[] {1, 2, 3});

    assertThat(decode(text, "text.png").pixel(3, 3)).isEqualTo(0x405060);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void refusesTruncatedFiles(String format) throws Exception {
    byte[] whole = ImageFiles.written(ImageFiles.quadrants(BufferedImage.TYPE_INT_RGB), format);
    for (int percent = 10; percent <= 90; percent += 20) {
      byte[] part = Arrays.copyOf(whole, whole.length * percent / 100);
      assertThatThrownBy(() -> decode(part, "part." + format))
          .isInstanceOf(UnreadableImageException.class)
          .hasMessageMatching("is (a truncated|a damaged|not a readable) .*");
    }
  }

  static Stream<String> formats() {
    return Stream.of("png", "gif", "bmp", "tiff", "jpeg");
  }

  @Test
  void refusesTruncatedWebp() throws Exception {
    byte[] part = Arrays.copyOf(EmbeddedFiles.lossyWebp(), 60);

    assertThatThrownBy(() -> decode(part, "part.webp")).hasMessage("is a truncated WebP image");
  }

  @Test
  void refusesDamagedPng() throws Exception {
    byte[] file = ImageFiles.written(ImageFiles.quadrants(BufferedImage.TYPE_INT_RGB), "png");
    file[file.length - 20] ^= 1;

    assertThatThrownBy(() -> decode(file, "damaged.png"))
        .hasMessage("is a damaged PNG image: the checksum of a chunk IDAT is wrong");
  }

  @Test
  void refusesHugeImagesByTheirHeader() throws Exception {
    assertThatThrownBy(() -> decode(ImageFiles.pngDeclaring(60_000, 60_000), "bomb.png"))
        .hasMessage("declares 60,000 x 60,000 pixels; the limit is 64,000,000 pixels");
  }

  @Test
  void refusesWhatDoesNotFitIntoMemory() throws Exception {
    DecodingLimits limits = new DecodingLimits(64_000_000, 64 << 20, Duration.ofMinutes(1));
    try (ImageDecoder small = new ImageDecoder(limits)) {
      Path file = write(ImageFiles.pngDeclaring(4000, 4000), "large.png");

      assertThatThrownBy(() -> small.decodeSquare(file, 8))
          .hasMessage(
              "needs about 183 MiB to be decoded; the limit is 48 MiB, more with more memory for"
                  + " Java (-Xmx)");
    }
  }

  @Test
  void refusesWhatIsNoImage() {
    assertThatThrownBy(() -> decode(new byte[0], "empty.jpg")).hasMessage("is empty");
    assertThatThrownBy(() -> decode("a text".getBytes(StandardCharsets.UTF_8), "text.jpg"))
        .hasMessage(
            "is not an image of a known format;"
                + " JPEG, PNG, GIF, BMP, TIFF, WebP and PNM can be read");
    assertThatThrownBy(() -> decoder.decodeSquare(folder.resolve("missing.jpg"), 8))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageStartingWith("cannot be read: java.nio.file.NoSuchFileException");
  }

  @Test
  void takesTheMiddleSquare() throws Exception {
    BufferedImage wide = new BufferedImage(30, 10, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 300; i++) {
      wide.setRGB(i % 30, i / 30, i % 30 < 10 ? 0xff0000 : i % 30 < 20 ? 0x00ff00 : 0x0000ff);
    }

    byte[] square = decoder.decodeSquare(write(ImageFiles.written(wide, "png"), "wide"), 5);

    for (int i = 0; i < 25; i++) {
      assertThat(pixel(square, 5, i % 5, i / 5)).isEqualTo(0x00ff00);
    }
  }

  @Test
  void keepsPixelsWhereNothingIsResized() throws Exception {
    BufferedImage image = new BufferedImage(7, 7, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 49; i++) {
      image.setRGB(i % 7, i / 7, i * 0x030201);
    }

    byte[] square = decoder.decodeSquare(write(ImageFiles.written(image, "png"), "same"), 7);

    for (int i = 0; i < 49; i++) {
      assertThat(pixel(square, 7, i % 7, i / 7)).isEqualTo(i * 0x030201);
    }
  }

  @Test
  void resizesWithAntialiasing() throws Exception {
    // The filter's matrices in double precision; Pillow, which rounds in between, differs by 1.
    BufferedImage grey = new BufferedImage(10, 10, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 100; i++) {
      grey.getRaster().setSample(i % 10, i / 10, 0, 37 * i % 256);
    }

    byte[] square = decoder.decodeSquare(write(ImageFiles.written(grey, "png"), "grey"), 4);

    assertThat(reds(square))
        .containsExactly(
            100, 121, 120, 104, 127, 129, 122, 124, 138, 130, 139, 146, 111, 143, 137, 121);
  }

  private Path write(byte[] content, String name) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private WholeImage decode(byte[] content, String name)
      throws IOException, UnreadableImageException, InterruptedException {
    return decoder.decode(write(content, name), WholeImage::of);
  }

  private static void assertQuadrants(
      WholeImage image,
      int topLeft,
      int topRight,
      int bottomLeft,
      int bottomRight,
      int width,
      int height) {
    assertThat(image.width()).isEqualTo(width);
    assertThat(image.height()).isEqualTo(height);
    assertThat(near(image.pixel(4, 4), topLeft)).as("top left").isTrue();
    assertThat(near(image.pixel(width - 5, 4), topRight)).as("top right").isTrue();
    assertThat(near(image.pixel(4, height - 5), bottomLeft)).as("bottom left").isTrue();
    assertThat(near(image.pixel(width - 5, height - 5), bottomRight)).as("bottom right").isTrue();
  }

  /** JPEG does not keep colours exactly. */
  private static boolean near(int pixel, int color) {
    return distance(pixel, color) < 12;
  }

  private static int distance(int pixel, int color) {
    int largest = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      largest = Math.max(largest, Math.abs((pixel >> shift & 0xff) - (color >> shift & 0xff)));
    }
    return largest;
  }

  private static int color(String name) {
    return switch (name) {
      case "RED" -> ImageFiles.RED;
      case "GREEN" -> ImageFiles.GREEN;
      case "BLUE" -> ImageFiles.BLUE;
      default -> ImageFiles.YELLOW;
    };
  }

  private static int pixel(byte[] square, int side, int column, int row) {
    int place = 3 * (row * side + column);
    return (square[place] & 0xff) << 16
        | (square[place + 1] & 0xff) << 8
        | (square[place + 2] & 0xff);
  }

  private static int[] reds(byte[] square) {
    int[] reds = new int[square.length / 3];
    for (int i = 0; i < reds.length; i++) {
      reds[i] = square[3 * i] & 0xff;
    }
    return reds;
  }

  private static int[] filled(int count, int value) {
    int[] values = new int[count];
    Arrays.fill(values, value);
    return values;
  }
}
