package io.equivar.core.graph;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.OptimizerOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * How a session runs its graph.
 *
 * @param precision the arithmetic of products
 * @param threads threads within and across operations; 0 for one per core
 */
public record SessionOptions(Precision precision, int threads) {

  /** Single precision on all cores. */
  public static final SessionOptions DEFAULT = new SessionOptions(Precision.FP32, 0);

  /**
   * Checks the number of threads.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public SessionOptions {
    if (threads < 0) {
      throw new IllegalArgumentException("threads must be at least 0, got " + threads);
    }
  }

  /** Returns TensorFlow's form of these options. */
  ConfigProto toProto() {
    int count = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    RewriterConfig.Builder rewriter = RewriterConfig.newBuilder();
    switch (precision) {
      // The meta optimiser reorders sums from run to run; without it a seed repeats bit for bit.
      case FP32 -> rewriter.setDisableMetaOptimizer(true);
      case BF16 -> rewriter.setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON);
    }
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(count)
        .setInterOpParallelismThreads(count)
        .setAllowSoftPlacement(true)
        .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
        .setGraphOptions(
            GraphOptions.newBuilder()
                .setOptimizerOptions(
                    OptimizerOptions.newBuilder()
                        .setGlobalJitLevel(OptimizerOptions.GlobalJitLevel.OFF))
                .setRewriteOptions(rewriter))
        .build();
  }
}
