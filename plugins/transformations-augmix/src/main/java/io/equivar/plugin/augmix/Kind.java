package io.equivar.plugin.augmix;

import io.equivar.api.graph.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Arithmetic that operations have in common: the images of a batch are parted by it. */
enum Kind {
  UNCHANGED,
  WARP,
  AUTOCONTRAST,
  EQUALIZE,
  POSTERIZE,
  SOLARIZE,
  BLEND,
  SHARPNESS;

  /**
   * Changes images that all need this kind.
   *
   * @param images {@code [n, height, width, 3]}
   * @param links what each of them needs, {@code [n]}
   */
  Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Links links) {
    return switch (this) {
      case UNCHANGED -> images;
      case WARP -> Warp.apply(g, images, links);
      case AUTOCONTRAST -> Autocontrast.apply(g, images);
      case EQUALIZE -> Equalize.apply(g, images);
      case POSTERIZE -> Posterize.apply(g, images, links);
      case SOLARIZE -> Solarize.apply(g, images, links);
      case BLEND -> Blend.apply(g, images, links);
      case SHARPNESS -> Sharpness.apply(g, images, links);
    };
  }
}
