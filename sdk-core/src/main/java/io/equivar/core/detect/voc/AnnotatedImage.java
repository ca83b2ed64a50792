package io.equivar.core.detect.voc;

/**
 * An image with its annotation.
 *
 * @param name of the file within the data set, with slashes
 * @param annotation what is on it
 */
public record AnnotatedImage(String name, Annotation annotation) {}
