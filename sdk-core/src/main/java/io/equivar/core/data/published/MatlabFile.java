package io.equivar.core.data.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/** A MATLAB file of version 5 to 7, read as a whole. */
final class MatlabFile {

  private static final long MOST_BYTES = 64 << 20;

  private final Mat5File content;

  private MatlabFile(Mat5File content) {
    this.content = content;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or is none or a part of one; the message continues a
   *     sentence that starts with the file
   */
  static MatlabFile read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("a file of more than 64 MiB");
    }
    byte[] bytes = Files.readAllBytes(file);
    return new MatlabFile(
        guarded(
            "a damaged or truncated file",
            () -> {
              try {
                return Mat5.newReader(Sources.wrap(bytes)).readMat();
              } catch (IOException e) {
                throw new IllegalArgumentException(e);
              }
            }));
  }

  /**
   * Returns the elements of a matrix of whole numbers.
   *
   * @throws IOException if there is no such variable, or it holds something else
   */
  int[] integers(String variable) throws IOException {
    return guarded("something else", () -> integers(content.getMatrix(variable)));
  }

  /**
   * Returns the texts of a cell array.
   *
   * @throws IOException if there is no such variable, or it holds something else
   */
  List<String> texts(String variable) throws IOException {
    return guarded(
        "something else",
        () -> {
          Cell cell = content.getCell(variable);
          List<String> texts = new ArrayList<>();
          for (int i = 0; i < cell.getNumElements(); i++) {
            texts.add(cell.getChar(i).getString());
          }
          return texts;
        });
  }

  /**
   * Returns a text of every element of an array of structures.
   *
   * @throws IOException if there is no such variable or field, or it holds something else
   */
  List<String> texts(String variable, String field) throws IOException {
    return guarded(
        "something else",
        () -> {
          Struct struct = content.getStruct(variable);
          List<String> texts = new ArrayList<>();
          for (int i = 0; i < struct.getNumElements(); i++) {
            texts.add(struct.getChar(field, i).getString());
          }
          return texts;
        });
  }

  /**
   * Returns a whole number of every element of an array of structures.
   *
   * @throws IOException if there is no such variable or field, or it holds something else
   */
  int[] integers(String variable, String field) throws IOException {
    return guarded(
        "something else",
        () -> {
          Struct struct = content.getStruct(variable);
          int[] values = new int[struct.getNumElements()];
          for (int i = 0; i < values.length; i++) {
            values[i] = integers(struct.getMatrix(field, i))[0];
          }
          return values;
        });
  }

  private static int[] integers(Matrix matrix) {
    int[] values = new int[matrix.getNumElements()];
    for (int i = 0; i < values.length; i++) {
      double value = matrix.getDouble(i);
      if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(value + " is not a whole number");
      }
      values[i] = (int) value;
    }
    return values;
  }

  /** The library meets damage with exceptions of many kinds, none of them checked. */
  private static <T> T guarded(String what, Supplier<T> reading) throws IOException {
    try {
      return reading.get();
    } catch (RuntimeException e) {
      throw new IOException(what + " (" + e.getMessage() + ")", e);
    }
  }
}
