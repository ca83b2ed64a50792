package io.equivar.core.run;

import io.equivar.core.pipeline.HostCost;
import io.equivar.core.report.Sheet;

/**
 * A look at a pipeline.
 *
 * @param sheet pairs of images and their views
 * @param cost what an image of these costs
 */
public record Preview(Sheet sheet, HostCost cost) {}
