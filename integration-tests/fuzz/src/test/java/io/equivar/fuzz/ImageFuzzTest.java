package io.equivar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.equivar.core.data.image.DecodingLimits;
import io.equivar.core.data.image.ImageDecoder;
import io.equivar.core.data.image.UnreadableImageException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Image files of every format: decoded or refused. */
class ImageFuzzTest {

  private static final int SIDE = 8;

  private static Folder folder;
  private static ImageDecoder decoder;

  @BeforeAll
  static void open() {
    folder = Folder.make();
    decoder = new ImageDecoder(new DecodingLimits(1_000_000, 64 << 20, Duration.ofSeconds(10)));
  }

  @AfterAll
  static void close() {
    decoder.close();
    folder.delete();
  }

  @FuzzTest(maxDuration = "180s")
  void image(byte[] data) throws InterruptedException {
    Path file = folder.write("image", data);
    try {
      assertThat(decoder.decodeSquare(file, SIDE)).hasSize(SIDE * SIDE * 3);
    } catch (UnreadableImageException e) {
      assertThat(e).hasMessageNotContaining("takes longer").hasMessageNotContaining("\n");
    }
  }
}
