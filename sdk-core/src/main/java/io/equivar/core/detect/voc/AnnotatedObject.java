package io.equivar.core.detect.voc;

import io.equivar.core.detect.measure.Box;

/**
 * An object of an annotation.
 *
 * @param className its class
 * @param box where it is
 * @param difficult whether the annotators found it hard to recognise: not counted in evaluations
 */
public record AnnotatedObject(String className, Box box, boolean difficult) {}
