package io.equivar.plugin.augmix;

import java.util.List;

/** The configurations that are the papers' own. */
final class Defaults {

  static final List<Operation> AUGMIX_OPERATIONS =
      List.of(
          Operation.AUTOCONTRAST,
          Operation.EQUALIZE,
          Operation.POSTERIZE,
          Operation.ROTATE,
          Operation.SOLARIZE,
          Operation.SHEAR_X,
          Operation.SHEAR_Y,
          Operation.TRANSLATE_X,
          Operation.TRANSLATE_Y);

  static final AugMixConfig AUGMIX = new AugMixConfig(3, List.of(1, 3), 3, 1, AUGMIX_OPERATIONS);

  static final RandAugmentConfig RAND_AUGMENT =
      new RandAugmentConfig(2, 9, List.of(Operation.values()));

  static final TrivialAugmentConfig TRIVIAL_AUGMENT =
      new TrivialAugmentConfig(Space.WIDE, List.of(Operation.values()));

  private Defaults() {}
}
