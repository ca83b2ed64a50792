package io.equivar.conformance;

import io.equivar.api.transformation.Transformation;

/**
 * The transformation and the row of parameters that a case means.
 *
 * @param transformation configured so that its ranges hold the case's parameters
 * @param row in the order of the transformation's columns
 */
@SuppressWarnings("ArrayRecordComponent")
record CaseTransformation(Transformation transformation, double[] row) {}
