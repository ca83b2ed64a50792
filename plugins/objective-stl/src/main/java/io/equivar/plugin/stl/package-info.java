/** Self-supervised Transformation Learning (arXiv 2501.08712) as an objective. */
@NullMarked
package io.equivar.plugin.stl;

import org.jspecify.annotations.NullMarked;
