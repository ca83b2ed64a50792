package io.equivar.core.detect.measure;

/**
 * An object as a detector finds it.
 *
 * @param image number of the image
 * @param label class, from 0
 * @param box where it is
 * @param score how sure the detector is; larger is surer
 */
public record Detection(int image, int label, Box box, double score) {}
