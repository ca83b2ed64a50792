/** An objective of your own: it says what is to be alike, and any base method says how. */
@NullMarked
package io.equivar.example.objective;

import org.jspecify.annotations.NullMarked;
