package io.equivar.plugin.moco;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.tck.BaseModelKit;
import java.util.List;
import java.util.Map;

/** MoCo keeps the rules of the SPI. */
class MoCoKitTest extends BaseModelKit {

  @Override
  protected BaseModelFactory<?> factory() {
    return new MoCoPlugin().baseModels().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{projector: [32, 16], queue-length: 40}",
        "{projector: [], queue-length: 16, temperature: 0.5}",
        "{hidden-normalization: false, queue-length: 17, momentum-schedule: cosine}");
  }

  @Override
  protected Map<String, String> refusedConfigurations() {
    return Map.of(
        "{other-projectors: [{input-width: 9, projector: []}, {input-width: 9, projector: [2]}]}",
        "other-projectors");
  }

  /** Queries and keys come from one side each. */
  @Override
  protected boolean symmetric() {
    return false;
  }
}
