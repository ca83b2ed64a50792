/** Downloads the files of published data sets, looks into archives and unpacks them. */
@NullMarked
package io.equivar.core.data.fetch;

import org.jspecify.annotations.NullMarked;
