package io.equivar.core.report.page;

/**
 * Many small images in one: image {@code i} is in column {@code i % columns} of row {@code i /
 * columns}.
 *
 * @param uri the picture, as a data URI
 * @param tilePixels width and height of each image
 * @param columns number of images in a row
 * @param lines number of rows
 */
public record Sprite(String uri, int tilePixels, int columns, int lines) {}
