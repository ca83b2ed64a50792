package io.equivar.plugin.moco;

import io.equivar.api.learning.AveragingSchedule;

/** How the momentum of the moving averages changes in the course of the training. */
public enum MomentumSchedule {
  /** It stays as it is. */
  CONSTANT,
  /** It rises to 1 along half a cosine over all training steps. */
  COSINE;

  AveragingSchedule from(double momentum) {
    return switch (this) {
      case CONSTANT -> AveragingSchedule.constant(momentum);
      case COSINE -> AveragingSchedule.cosine(momentum);
    };
  }
}
