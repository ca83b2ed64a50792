package io.equivar.core.detect.measure;

/**
 * An object as it is annotated.
 *
 * @param image number of the image
 * @param label class of the object, from 0
 * @param box where it is
 * @param ignored whether it counts neither when it is found nor when it is missed: difficult in
 *     VOC, a crowd in COCO
 */
public record TrueObject(int image, int label, Box box, boolean ignored) {}
