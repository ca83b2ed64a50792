package io.equivar.core.exchange;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a file holds the numbers of a tensor. The names are those of safetensors; little-endian
 * everywhere.
 */
public enum ElementType {
  /** Truth values of a byte. */
  BOOL(1, "|b1"),
  /** Unsigned, 8 bits. */
  U8(1, "|u1"),
  /** Signed, 8 bits. */
  I8(1, "|i1"),
  /** Unsigned, 16 bits. */
  U16(2, "<u2"),
  /** Signed, 16 bits. */
  I16(2, "<i2"),
  /** Unsigned, 32 bits. */
  U32(4, "<u4"),
  /** Signed, 32 bits. */
  I32(4, "<i4"),
  /** Unsigned, 64 bits. */
  U64(8, "<u8"),
  /** Signed, 64 bits. */
  I64(8, "<i8"),
  /** IEEE 754 binary16. */
  F16(2, "<f2"),
  /** The upper half of an {@link #F32}; NumPy has no name for it. */
  BF16(2, ""),
  /** IEEE 754 binary32. */
  F32(4, "<f4"),
  /** IEEE 754 binary64. */
  F64(8, "<f8");

  private static final int HALF_FRACTION_BITS = 10;
  private static final int HALF_BIAS = 15;

  private final int bytes;
  private final String numpy;

  ElementType(int bytes, String numpy) {
    this.bytes = bytes;
    this.numpy = numpy;
  }

  /** Returns the type of a name in a safetensors file. */
  static Optional<ElementType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /** Returns the type of a description in an array file of NumPy's. */
  static Optional<ElementType> described(String description) {
    return Arrays.stream(values())
        .filter(type -> !type.numpy.isEmpty() && type.numpy.equals(description))
        .findFirst();
  }

  /** Returns the number of bytes of an element. */
  public int bytes() {
    return bytes;
  }

  /** Returns NumPy's description of the type. */
  String numpy() {
    return numpy;
  }

  /** Returns whether elements are floating-point numbers, which can be weights. */
  public boolean isFloating() {
    return this == F16 || this == BF16 || this == F32 || this == F64;
  }

  /**
   * Returns elements as numbers of 32 bits, rounded to the nearest where they have more.
   *
   * @param data little-endian, from its position to its limit
   * @throws IllegalArgumentException if the type is not {@linkplain #isFloating() floating}
   */
  float[] floats(ByteBuffer data) {
    float[] values = new float[data.remaining() / bytes];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (this) {
            case F64 -> (float) data.getDouble();
            case F32 -> data.getFloat();
            case BF16 -> Float.intBitsToFloat(data.getShort() << Short.SIZE);
            case F16 -> half(data.getShort());
            default -> throw new IllegalArgumentException(this + " is not a floating type");
          };
    }
    return values;
  }

  private static float half(short bits) {
    int exponent = bits >> HALF_FRACTION_BITS & 0x1f;
    int fraction = bits & 0x3ff;
    float magnitude;
    if (exponent == 0) {
      magnitude = Math.scalb((float) fraction, 1 - HALF_BIAS - HALF_FRACTION_BITS);
    } else if (exponent == 0x1f) {
      magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else {
      magnitude =
          Math.scalb(
              (float) (fraction | 1 << HALF_FRACTION_BITS),
              exponent - HALF_BIAS - HALF_FRACTION_BITS);
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
