package io.equivar.plugin.essl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.factory.CreationContext;
import io.equivar.api.graph.ImageShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class EsslTest {

  private static final EsslConfig HALF = new EsslConfig(0.4, List.of(8), 2);

  private record Place(String location, ImageShape imageShape) implements CreationContext {}

  @Test
  void refusesViewsThatChangeTheirShapeWhenTurned() {
    assertThatThrownBy(() -> new Essl(HALF, new Place("objective", new ImageShape(32, 48))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "must be given square views, which stay as they are when turned, got 32 x 48. Set the"
                + " size of random-resized-crop");
  }

  @Test
  void refusesViewsThatItCannotShrinkEvenly() {
    assertThatThrownBy(() -> new Essl(HALF, new Place("objective", ImageShape.square(33))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("shrink must divide the side of the views, 33, got 2");
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> new EsslConfig(0, List.of(8), 0))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactly(
                        "lambda must be greater than 0, got 0",
                        "shrink must be at least 1, got 0"));
  }
}
