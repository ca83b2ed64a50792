package io.equivar.core.exchange;

import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.backbone.ResNetVariables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** The weights and images of {@code torchvision_features.py}. */
final class FormulaWeights {

  private FormulaWeights() {}

  /** Returns the tensors of a network, in torchvision's layout, with a classifier. */
  static Map<String, OutgoingTensor> of(ResNetSpec spec) {
    Map<String, OutgoingTensor> tensors = new LinkedHashMap<>();
    ResNetVariables.of(spec)
        .shapes()
        .forEach(
            (name, shape) -> {
              List<Long> sizes = TorchvisionLayout.shape(shape);
              tensors.put(name, tensor(name, sizes, values(name, sizes)));
            });
    tensors.put("fc.bias", tensor("fc.bias", List.of(2L), new float[2]));
    return tensors;
  }

  static OutgoingTensor tensor(String name, List<Long> shape, float... values) {
    return new OutgoingTensor(
        new TensorHeader(name, ElementType.F32, shape),
        ByteBuffer.wrap(SafetensorsBytes.floats(values)));
  }

  /** Writes tensors as safetensors. */
  static Path write(Path file, Map<String, OutgoingTensor> tensors) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      SafetensorsWriter.write(out, new ArrayList<>(tensors.values()), Map.of());
    }
    return file;
  }

  /** Returns the bytes of images. */
  static byte[] images(int count) {
    double[] units = units("images", count);
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (int) (units[i] * 256);
    }
    return bytes;
  }

  private static float[] values(String name, List<Long> shape) {
    double scale = 0.25;
    double offset = 0;
    int inputs = 1;
    int count = 1;
    for (int axis = 0; axis < shape.size(); axis++) {
      count *= Math.toIntExact(shape.get(axis));
      inputs *= axis == 0 ? 1 : Math.toIntExact(shape.get(axis));
    }
    if (shape.size() == 4) {
      scale = Math.sqrt(6.0 / inputs);
    } else if (name.endsWith("running_var")) {
      scale = 0.5;
      offset = 1;
    } else if (name.endsWith("weight")) {
      offset = 0.5;
    }
    double[] units = units(name, count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) ((units[i] - 0.5) * 2 * scale + offset);
    }
    return values;
  }

  private static double[] units(String name, int count) {
    CRC32 start = new CRC32();
    start.update(name.getBytes(StandardCharsets.UTF_8));
    double[] units = new double[count];
    for (int i = 0; i < count; i++) {
      int x = i + (int) start.getValue();
      x ^= x >>> 16;
      x *= 0x7feb352d;
      x ^= x >>> 15;
      x *= 0x846ca68b;
      x ^= x >>> 16;
      units[i] = Integer.toUnsignedLong(x) / 0x1p32;
    }
    return units;
  }
}
