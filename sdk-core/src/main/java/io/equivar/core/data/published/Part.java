package io.equivar.core.data.published;

/** What an image is for. */
public enum Part {
  /** To train on. */
  TRAINING,
  /** To choose settings with, then to train on. */
  VALIDATION,
  /** To test with. */
  TEST
}
