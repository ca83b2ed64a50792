/** Tests of the compatibility kit: plugins that break one rule each, and sound ones. */
@NullMarked
package io.equivar.tck.selftest;

import org.jspecify.annotations.NullMarked;
