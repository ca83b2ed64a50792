/**
 * Base methods, which say how unlike two sets of representations are, and objectives, which say
 * what is to be alike.
 *
 * <p>The core makes two {@linkplain io.equivar.api.learning.Views views} of every batch and hands
 * them, with the {@linkplain io.equivar.api.learning.Encoder encoder}, to the {@linkplain
 * io.equivar.api.learning.Objective objective}. The objective forms {@linkplain
 * io.equivar.api.learning.Pair pairs} and asks the {@linkplain io.equivar.api.learning.BaseModel
 * base method} for their dissimilarity, once for each of its terms. Any base method serves any
 * objective.
 */
@NullMarked
package io.equivar.api.learning;

import org.jspecify.annotations.NullMarked;
