/** What a run writes for people and programs: metrics, TensorBoard events, summaries, pictures. */
@NullMarked
package io.equivar.core.report;

import org.jspecify.annotations.NullMarked;
