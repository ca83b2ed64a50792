package io.equivar.core.pipeline;

import java.util.List;
import java.util.Locale;

/**
 * What it costs that steps of a pipeline run on the host: views are made by the data threads and
 * fed both, instead of images that are fed once and turned into views on the device.
 *
 * @param onHost the steps that the data threads make, by id
 * @param onDevice the steps that are made on the device, by id
 * @param bytesFed for an image, both views
 * @param bytesOfImage that would be fed if all steps ran on the device
 * @param millisPerImage time of one data thread for both views of an image
 */
public record HostCost(
    List<String> onHost,
    List<String> onDevice,
    long bytesFed,
    long bytesOfImage,
    double millisPerImage) {

  /** Keeps copies. */
  public HostCost {
    onHost = List.copyOf(onHost);
    onDevice = List.copyOf(onDevice);
  }

  /**
   * Makes the steps of some images twice, and takes the time of the second.
   *
   * @param images {@code uint8 [batchSize, height, width, 3]}, row-major
   * @param drawn the parameters of both views
   */
  public static HostCost measure(
      Pipeline pipeline, HostSteps hostSteps, byte[] images, ParameterTable drawn) {
    long nanos = 0;
    int fed = images.length;
    if (!hostSteps.isEmpty()) {
      hostSteps.feed(images, drawn);
      long start = System.nanoTime();
      fed = hostSteps.feed(images, drawn).length;
      nanos = System.nanoTime() - start;
    }
    return new HostCost(
        ids(pipeline.hostSteps()),
        ids(pipeline.deviceSteps()),
        fed / drawn.batchSize(),
        images.length / drawn.batchSize(),
        nanos / 1e6 / drawn.batchSize());
  }

  private static List<String> ids(List<PlacedStep> steps) {
    return steps.stream().map(step -> step.step().id()).toList();
  }

  /** Returns a sentence that says which steps run where. */
  public String placement() {
    if (onHost.isEmpty()) {
      return "All steps run on the device.";
    }
    return "On the data threads: %s. On the device: %s."
        .formatted(
            String.join(", ", onHost), onDevice.isEmpty() ? "none" : String.join(", ", onDevice));
  }

  /** Returns a sentence that says what an image costs. */
  public String cost() {
    if (onHost.isEmpty()) {
      return String.format(Locale.ROOT, "An image is fed once, as %,d bytes.", bytesOfImage);
    }
    return String.format(
        Locale.ROOT,
        "An image takes %.2f ms of a data thread, and is fed as two views: %,d bytes instead of"
            + " %,d.",
        millisPerImage,
        bytesFed,
        bytesOfImage);
  }
}
