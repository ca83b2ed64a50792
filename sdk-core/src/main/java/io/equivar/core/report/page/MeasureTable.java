package io.equivar.core.report.page;

import java.util.List;

/**
 * The figures of one evaluation.
 *
 * @param caption how it was measured
 * @param columns what was measured, such as pixels, untrained, trained
 * @param rows a name and a value for each column
 */
public record MeasureTable(String caption, List<String> columns, List<ComparisonPage.Line> rows) {}
