/** How good detections are: average precision. */
@NullMarked
package io.equivar.core.detect.measure;

import org.jspecify.annotations.NullMarked;
