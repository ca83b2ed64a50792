/** The built-in set of drawn images, whose class and factors are known exactly. */
@NullMarked
package io.equivar.core.data.generated;

import org.jspecify.annotations.NullMarked;
