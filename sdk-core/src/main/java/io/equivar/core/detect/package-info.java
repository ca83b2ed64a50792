/** Detection of objects with a pre-trained backbone: data, a small detector, average precision. */
@NullMarked
package io.equivar.core.detect;

import org.jspecify.annotations.NullMarked;
