/** Tests of the dependency rules between the modules. */
@NullMarked
package io.equivar.architecture;

import org.jspecify.annotations.NullMarked;
