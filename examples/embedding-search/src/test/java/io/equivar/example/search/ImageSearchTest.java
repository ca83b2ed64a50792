package io.equivar.example.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.core.application.Equivar;
import io.equivar.core.data.CacheFolder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSearchTest {

  private static final int IMAGES = 36;

  @TempDir private Path folder;

  @Test
  void writesAPageOfNeighbours() throws IOException, InterruptedException {
    Path images = Files.createDirectory(folder.resolve("images"));
    for (int i = 0; i < IMAGES; i++) {
      draw(images.resolve("shape-%02d.png".formatted(i)), i);
    }
    Files.writeString(images.resolve("notes.txt"), "not an image");
    Path page = folder.resolve("page.html");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    try (Equivar equivar =
        Equivar.open(Optional.empty(), new CacheFolder(folder.resolve("cache")))) {
      new ImageSearch(equivar, new PrintStream(printed, true, StandardCharsets.UTF_8))
          .run(images, page, 1);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("step 1: loss ")
        .contains("notes.txt is not an image of a known format")
        .endsWith("The page is " + page + System.lineSeparator());
    assertThat(Files.readString(page))
        .contains(IMAGES + " images.")
        .containsPattern("(?s)(<section>.*</section>\\s*){12}</body>")
        .contains("alt=\"shape-00.png\" src=\"data:image/jpeg;base64,");
    assertThat(Files.readString(page).split("class=\"match\"", -1)).hasSize(12 * 8 + 1);
  }

  private static void draw(Path file, int number) throws IOException {
    BufferedImage image = new BufferedImage(80, 72, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.getHSBColor(number / (float) IMAGES, 0.8f, 0.9f));
    if (number % 2 == 0) {
      graphics.fillOval(10, 10, 40 + number % 5, 40);
    } else {
      graphics.fillRect(20, 16, 40, 30 + number % 7);
    }
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }
}
