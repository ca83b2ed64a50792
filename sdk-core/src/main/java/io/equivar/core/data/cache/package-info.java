/**
 * The cache of decoded images: a file of bytes that is mapped into memory, made once from a slow
 * source and made anew when the source changes.
 */
@NullMarked
package io.equivar.core.data.cache;

import org.jspecify.annotations.NullMarked;
