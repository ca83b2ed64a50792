package io.equivar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.equivar.api.config.ConfigurationException;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.exchange.BackboneWeights;
import io.equivar.core.exchange.WeightsReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Files of weights from elsewhere: read as a whole, or refused. */
class WeightsFuzzTest {

  private static final ResNetSpec SPEC =
      new ResNetSpec(ResNetSpec.Depth.RESNET_18, ResNetSpec.Stem.SMALL, 1, false);

  private Folder folder;

  @BeforeEach
  void open() {
    folder = Folder.make();
  }

  @AfterEach
  void close() {
    folder.delete();
  }

  @FuzzTest(maxDuration = "45s")
  void safetensors(byte[] bytes) {
    read("weights.safetensors", bytes);
  }

  @FuzzTest(maxDuration = "45s")
  void npz(byte[] bytes) {
    read("weights.npz", bytes);
  }

  private void read(String name, byte[] bytes) {
    try {
      BackboneWeights weights = WeightsReader.read(folder.write(name, bytes), SPEC, notice -> {});
      assertThat(weights.values()).isNotEmpty();
    } catch (ConfigurationException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }
}
