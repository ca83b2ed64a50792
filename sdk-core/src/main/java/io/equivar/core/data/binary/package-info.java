/**
 * The official binary files of CIFAR-10, CIFAR-100 and STL-10, mapped into memory and read as they
 * are: no copy, no cache.
 */
@NullMarked
package io.equivar.core.data.binary;

import org.jspecify.annotations.NullMarked;
