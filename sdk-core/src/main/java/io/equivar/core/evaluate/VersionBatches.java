package io.equivar.core.evaluate;

import io.equivar.core.data.ImageSet;
import io.equivar.core.pipeline.ParameterTable;
import io.equivar.core.pipeline.VersionSampler;
import java.util.ArrayList;
import java.util.List;

/**
 * One version of each of some images, drawn in batches.
 *
 * @param set where the images are
 * @param images their places
 * @param tables the parameters of batch after batch; what is beyond the last image is not looked at
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on and never compared.
record VersionBatches(ImageSet set, int[] images, List<ParameterTable> tables) {

  /**
   * Draws the versions.
   *
   * @param firstKey the number of the first image's version
   */
  static VersionBatches draw(
      VersionSampler sampler,
      VersionSampler.Choice choice,
      ImageSet set,
      int[] images,
      long firstKey,
      int batchSize) {
    List<ParameterTable> tables = new ArrayList<>();
    for (int start = 0; start < images.length; start += batchSize) {
      long[] keys = new long[batchSize];
      for (int i = 0; i < batchSize; i++) {
        keys[i] = firstKey + start + i;
      }
      tables.add(sampler.draw(keys, choice));
    }
    return new VersionBatches(set, images, List.copyOf(tables));
  }

  /** Returns the number of images. */
  int size() {
    return images.length;
  }

  /** Returns the table that holds an image's row. */
  ParameterTable table(int image) {
    return tables.get(image / tables.get(0).batchSize());
  }

  /** Returns the place of an image's row in its table. */
  int row(int image) {
    return image % tables.get(0).batchSize();
  }

  /**
   * Returns the representations of every image and of its version, one behind the other: {@code
   * [size(), 2 width]}.
   */
  FeatureRows pairs(PairNetwork network) {
    int width = network.width();
    int batchSize = network.batchSize();
    float[] values = new float[Math.multiplyExact(size(), 2 * width)];
    for (int first = 0; first < size(); first += batchSize) {
      int[] batch = new int[batchSize];
      for (int i = 0; i < batchSize; i++) {
        batch[i] = images[(first + i) % size()];
      }
      PairNetwork.Rows rows = network.representations(ChosenImages.read(set, batch), table(first));
      for (int i = 0; i < Math.min(batchSize, size() - first); i++) {
        int start = (first + i) * 2 * width;
        System.arraycopy(rows.first(), i * width, values, start, width);
        System.arraycopy(rows.second(), i * width, values, start + width, width);
      }
    }
    return new FeatureRows(values, 2 * width);
  }
}
