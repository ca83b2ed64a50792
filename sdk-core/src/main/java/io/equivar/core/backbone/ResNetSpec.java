package io.equivar.core.backbone;

/**
 * Which residual network to build (He et al. 2016).
 *
 * @param depth number of weighted layers
 * @param stem how images enter
 * @param width channels of the first stage, at least 1; 64 is the standard one
 * @param zeroInitResidual whether every block starts as the identity
 */
public record ResNetSpec(Depth depth, Stem stem, int width, boolean zeroInitResidual) {

  /** Number of weighted layers. */
  public enum Depth {
    /** Basic blocks, 2-2-2-2; representations are 8 widths wide: 512. */
    RESNET_18,
    /** Bottleneck blocks, 3-4-6-3; representations are 32 widths wide: 2048. */
    RESNET_50;

    private static final int STAGES = 4;

    boolean bottleneck() {
      return this == RESNET_50;
    }

    int stages() {
      return STAGES;
    }

    int blocks(int stage) {
      return switch (this) {
        case RESNET_18 -> 2;
        case RESNET_50 ->
            switch (stage) {
              case 1 -> 4;
              case 2 -> 6;
              default -> 3;
            };
      };
    }

    int expansion() {
      return bottleneck() ? 4 : 1;
    }
  }

  /** How images enter the network. */
  public enum Stem {
    /** 7 x 7 convolution with stride 2, then max pooling: for images of 64 pixels and more. */
    STANDARD,
    /** 3 x 3 convolution with stride 1, no pooling: for small images such as CIFAR's. */
    SMALL
  }

  /**
   * Checks the width.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public ResNetSpec {
    if (width < 1) {
      throw new IllegalArgumentException("width must be at least 1, got " + width);
    }
  }

  /** Returns the width of a representation. */
  public int representationWidth() {
    return width * (1 << (depth.stages() - 1)) * depth.expansion();
  }
}
