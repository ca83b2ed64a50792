package io.equivar.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.graph.ImageShape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTest {

  private static final int RED = 0xFFFF0000;
  private static final int BLUE = 0xFF0000FF;

  @TempDir private Path folder;

  @Test
  void pixelsKeepTheirPlaceAndTheirChannels() throws IOException {
    // Left red, right blue; values outside [0, 1] are clipped.
    float[] pixels = {2, -1, 0, 0, 0, 1};
    SheetTile tile = new SheetTile("view 1", new ImageShape(1, 2), pixels, List.of());

    BufferedImage picture = write(new Sheet(List.of(), List.of(List.of(tile))));

    Set<Integer> left = colours(picture, 0, 12 + 80);
    Set<Integer> right = colours(picture, 12 + 80, picture.getWidth());
    assertThat(left).contains(RED).doesNotContain(BLUE);
    assertThat(right).contains(BLUE).doesNotContain(RED);
  }

  @Test
  void sharedLinesAreWrittenInBlue() throws IOException {
    float[] white = {1, 1, 1};
    SheetTile shared =
        new SheetTile(
            "", ImageShape.square(1), white, List.of(new SheetTile.Caption("hue 0.05", true)));
    SheetTile own =
        new SheetTile(
            "", ImageShape.square(1), white, List.of(new SheetTile.Caption("hue 0.05", false)));

    BufferedImage blue = write(new Sheet(List.of(), List.of(List.of(shared))));
    BufferedImage grey = write(new Sheet(List.of(), List.of(List.of(own))));
    assertThat(colours(blue, 0, blue.getWidth())).anyMatch(SheetTest::isBluish);
    assertThat(colours(grey, 0, grey.getWidth()))
        .hasSizeGreaterThan(2)
        .noneMatch(SheetTest::isBluish);
  }

  private static boolean isBluish(int colour) {
    return (colour & 0xFF) - (colour >> 16 & 0xFF) > 60;
  }

  private BufferedImage write(Sheet sheet) throws IOException {
    Path file = folder.resolve("sheet.png");
    sheet.write(file);
    return ImageIO.read(file.toFile());
  }

  private static Set<Integer> colours(BufferedImage picture, int from, int to) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = from; x < to; x++) {
        colours.add(picture.getRGB(x, y));
      }
    }
    return colours;
  }
}
