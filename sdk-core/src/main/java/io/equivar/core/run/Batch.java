package io.equivar.core.run;

import io.equivar.core.pipeline.ParameterTable;

/**
 * What a training step is fed.
 *
 * @param step number of the step, from 0
 * @param epoch number of the epoch, from 0
 * @param pixels what the graph of the views takes
 * @param parameters what was drawn for their views
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from one thread to the next, never compared.
record Batch(long step, int epoch, byte[] pixels, ParameterTable parameters) {}
