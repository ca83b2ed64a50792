package io.equivar.core.pipeline;

/** Neighbouring steps of a pipeline that are made on the host in one way. Thread-safe. */
sealed interface HostStage extends AutoCloseable permits GraphStage, PixelStage {

  /**
   * Applies the steps to images.
   *
   * @param images {@code uint8 [count, height, width, 3]}, row-major; not changed
   * @param rows what was drawn for them, {@code [count, rowWidth]}, row-major
   * @return {@code uint8 [count, height', width', 3]}, row-major
   * @throws StepFailure if a step cannot be made
   */
  byte[] apply(byte[] images, float[] rows, int count);

  @Override
  void close();
}
