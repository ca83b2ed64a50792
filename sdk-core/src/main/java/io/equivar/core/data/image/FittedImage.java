package io.equivar.core.data.image;

/**
 * All of an image within a square.
 *
 * @param pixels unsigned bytes {@code [side, side, 3]}, row-major, red first; grey beside the image
 * @param width of the upright image as it was, in pixels; what is at {@code x} there is at {@code x
 *     * side / max(width, height)} in the square, and so is {@code y}
 * @param height of the upright image as it was, in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels, handed on and never compared.
public record FittedImage(byte[] pixels, int width, int height) {}
