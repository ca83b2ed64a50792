package io.equivar.documentation;

import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** Uses an exported backbone without Equivar. */
record Backbone(Path model) {

  /**
   * Returns the representations of images, {@code [batch, width]}.
   *
   * @param images {@code [batch, height, width, 3]}: red, green, blue; of the size of the run
   */
  float[][] representations(byte[][][][] images) {
    try (SavedModelBundle bundle = SavedModelBundle.load(model.toString());
        TUint8 fed = TUint8.tensorOf(StdArrays.ndCopyOf(images));
        Result result = bundle.function("serving_default").call(Map.of("images", fed))) {
      TFloat32 representations = (TFloat32) result.get("representations").orElseThrow();
      return StdArrays.array2dCopyOf(representations);
    }
  }
}
