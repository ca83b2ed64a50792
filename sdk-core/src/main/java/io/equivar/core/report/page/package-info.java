/**
 * Pages of HTML that need no network: what they show is put together elsewhere, here it becomes
 * text, tables and charts.
 */
@NullMarked
package io.equivar.core.report.page;

import org.jspecify.annotations.NullMarked;
