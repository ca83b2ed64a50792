/** What is known of published data sets: files, addresses, checksums, sizes, metrics. */
@NullMarked
package io.equivar.core.data.catalog;

import org.jspecify.annotations.NullMarked;
