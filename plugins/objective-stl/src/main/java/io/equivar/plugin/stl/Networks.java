package io.equivar.plugin.stl;

import io.equivar.api.graph.Layer;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Hypernetwork;
import java.util.Optional;

/**
 * The networks that compute a batch's representations: those that are trained, or their moving
 * averages.
 *
 * @param encoder {@code f}
 * @param transformationEncoder {@code f_T}, if a term needs it
 * @param hypernetwork {@code H}, if a term needs it
 */
record Networks(
    Encoder encoder, Optional<Layer> transformationEncoder, Optional<Hypernetwork> hypernetwork) {

  Networks averaged() {
    return new Networks(
        encoder.averaged(),
        transformationEncoder.map(Layer::averaged),
        hypernetwork.map(Hypernetwork::averaged));
  }
}
