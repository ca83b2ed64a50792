package io.equivar.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.graph.ImageShape;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PixelImageTest {

  private static final ImageShape SHAPE = new ImageShape(1, 2);
  private static final byte[] RGB = {1, 2, 3, (byte) 200, (byte) 128, (byte) 255};

  @Test
  void holdsWhatItWasGiven() {
    byte[] given = RGB.clone();
    PixelImage image = PixelImage.of(SHAPE, given);
    given[0] = 99;
    image.toBytes()[1] = 99;

    assertThat(image.toBytes()).isEqualTo(RGB);
    assertThat(image.value(0, 1, 0)).isEqualTo(200);
    assertThat(image.value(0, 1, 2)).isEqualTo(255);
    assertThat(image).isEqualTo(PixelImage.of(SHAPE, RGB)).hasToString("image of 1 x 2 pixels");
  }

  @Test
  void isAPictureAndBack() {
    PixelImage image = PixelImage.of(SHAPE, RGB);
    BufferedImage picture = image.toBufferedImage();

    assertThat(picture.getWidth()).isEqualTo(2);
    assertThat(picture.getRGB(1, 0)).isEqualTo(0xFFC880FF);
    assertThat(PixelImage.of(picture)).isEqualTo(image);
  }

  @Test
  void takesPicturesOfAnyTypeAndLeavesAlphaAside() {
    BufferedImage picture = new BufferedImage(1, 1, BufferedImage.TYPE_4BYTE_ABGR);
    picture.setRGB(0, 0, 0x40102030);

    assertThat(PixelImage.of(picture).toBytes()).containsExactly(0x10, 0x20, 0x30);
  }

  @Test
  void refusesBytesThatDoNotFit() {
    assertThatThrownBy(() -> PixelImage.of(SHAPE, new byte[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an image of 1 x 2 pixels has 6 bytes, got 5");
    PixelImage image = PixelImage.of(SHAPE, RGB);
    assertThatThrownBy(() -> image.value(1, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
