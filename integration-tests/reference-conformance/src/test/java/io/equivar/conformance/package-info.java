/** Tests against numbers from the reference implementations. */
@NullMarked
package io.equivar.conformance;

import org.jspecify.annotations.NullMarked;
