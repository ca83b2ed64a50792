/**
 * Image transformations: sampled on the host, applied on the device, or on the host where they are
 * written as Java on pixels.
 *
 * <p>A transformation declares named {@linkplain io.equivar.api.transformation.ParameterSpec
 * parameters}. For each image (or pair of images) the core has it {@linkplain
 * io.equivar.api.transformation.SampledTransformation#sample sample} a {@linkplain
 * io.equivar.api.transformation.Row row} of values in plain Java; the rows of a batch become a
 * table that is fed to the graph, where it is {@linkplain
 * io.equivar.api.transformation.Transformation#apply applied} to the whole batch at once. Two
 * images that share a transformation are given equal rows; the transformation itself knows nothing
 * of it. A {@link io.equivar.api.transformation.PixelTransformation} is given the same rows, and
 * changes one image after the other before the batch is fed.
 */
@NullMarked
package io.equivar.api.transformation;

import org.jspecify.annotations.NullMarked;
