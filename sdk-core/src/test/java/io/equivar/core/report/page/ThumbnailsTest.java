package io.equivar.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.ImageSubset;
import io.equivar.core.data.generated.GeneratedImages;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ThumbnailsTest {

  private static final ImageSet IMAGES =
      new GeneratedImages(5, ImageShape.square(64), 3, GeneratedImages.Split.TEST);

  private static BufferedImage decode(String uri) throws IOException {
    assertThat(uri).startsWith("data:image/jpeg;base64,");
    byte[] bytes = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void a_large_image_is_made_smaller_a_small_one_stays() throws IOException {
    assertThat(decode(Thumbnails.of(IMAGES, 0, 24)).getWidth()).isEqualTo(24);
    assertThat(decode(Thumbnails.of(IMAGES, 0, 96)).getHeight()).isEqualTo(64);
  }

  @Test
  void a_sprite_holds_the_images_in_rows() throws IOException {
    Sprite sprite = Thumbnails.sprite(IMAGES, List.of(4, 1, 2, 3, 0), 32);
    BufferedImage sheet = decode(sprite.uri());
    BufferedImage alone = decode(Thumbnails.of(IMAGES, 0, 32));

    assertThat(sprite.columns()).isEqualTo(3);
    assertThat(sprite.lines()).isEqualTo(2);
    assertThat(sheet.getWidth()).isEqualTo(96);
    assertThat(sheet.getHeight()).isEqualTo(64);
    for (int at : new int[] {3, 16, 28}) {
      Color expected = new Color(alone.getRGB(at, at));
      Color found = new Color(sheet.getRGB(32 + at, 32 + at));
      assertThat(Math.abs(found.getRed() - expected.getRed())).isLessThan(40);
      assertThat(Math.abs(found.getBlue() - expected.getBlue())).isLessThan(40);
    }
  }

  @Test
  void a_sample_draws_no_image_twice_and_the_same_ones_again() {
    ImageSubset sample = ImageSubset.sample(IMAGES, 3, 7);

    assertThat(sample.size()).isEqualTo(3);
    assertThat(List.of(sample.place(0), sample.place(1), sample.place(2)))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(ImageSubset.sample(IMAGES, 3, 7).place(2)).isEqualTo(sample.place(2));
    assertThat(sample.label(1)).isEqualTo(IMAGES.label(sample.place(1)));
    assertThat(sample.factors().orElseThrow().value(1, "hue"))
        .isEqualTo(IMAGES.factors().orElseThrow().value(sample.place(1), "hue"));
    assertThat(ImageSubset.sample(IMAGES, 9, 7).size()).isEqualTo(5);
  }
}
