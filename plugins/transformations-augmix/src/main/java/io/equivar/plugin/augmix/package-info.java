/**
 * AugMix, RandAugment and TrivialAugment: chains of random operations over one table of operations.
 *
 * <p>{@link io.equivar.plugin.augmix.Operation} names the operations and says what their magnitude
 * means; a {@code Strengths} draws magnitudes as a paper does; {@code Link} applies one operation
 * per image to a batch. None of the three has a label: a chain is no number that a network could
 * predict.
 */
@NullMarked
package io.equivar.plugin.augmix;

import org.jspecify.annotations.NullMarked;
