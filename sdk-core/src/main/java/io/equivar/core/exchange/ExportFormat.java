package io.equivar.core.exchange;

import java.util.Locale;

/** What a backbone can be exported as. */
public enum ExportFormat {
  /** A folder that TensorFlow loads, with the graph; see {@link SavedModelWriter}. */
  SAVED_MODEL,
  /** A file of tensors with torchvision's names and layouts, and metadata. */
  SAFETENSORS,
  /** NumPy's archive of arrays, with the same names and layouts; metadata are its comment. */
  NPZ;

  /** Returns whether it is a folder. */
  boolean isFolder() {
    return this == SAVED_MODEL;
  }

  /** Returns the name for people. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
