package io.equivar.core.run;

import java.util.Map;

/**
 * The losses of one step.
 *
 * @param total the weighted sum that is minimised
 * @param terms the unweighted terms, by name
 */
public record StepLosses(double total, Map<String, Double> terms) {}
