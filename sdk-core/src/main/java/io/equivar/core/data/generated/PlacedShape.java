package io.equivar.core.data.generated;

/**
 * A shape of a drawn image, and the pixels that it covers at least by half.
 *
 * @param kind the shape: the class
 * @param left the first column
 * @param top the first row
 * @param right the last column
 * @param bottom the last row
 */
public record PlacedShape(ShapeKind kind, int left, int top, int right, int bottom) {}
