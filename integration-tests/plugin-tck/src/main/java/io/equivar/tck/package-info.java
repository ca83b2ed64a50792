/**
 * The compatibility kit: tests that hold a plugin to the rules of the SPI, as {@code
 * docs/reference/spi-rules.md} numbers them.
 *
 * <p>Extend {@link io.equivar.tck.TransformationKit}, {@link
 * io.equivar.tck.PixelTransformationKit}, {@link io.equivar.tck.BaseModelKit} or {@link
 * io.equivar.tck.ObjectiveKit} in a test of the plugin's module, and say what is to be tested by
 * two methods:
 *
 * <pre>{@code
 * class ColorTemperatureKitTest extends TransformationKit {
 *   @Override
 *   protected TransformationFactory<?> factory() {
 *     return new ColorTemperaturePlugin().transformations().get(0);
 *   }
 *
 *   @Override
 *   protected List<String> configurations() {
 *     return List.of("{}", "{strength: 0.8}");
 *   }
 * }
 * }</pre>
 *
 * <p>Each test is one rule, and its name is the rule. A test that another rule's breach leaves
 * without meaning (is what a transformation makes independent of its neighbours, if it is random?)
 * is aborted, not failed, so that what fails is what is broken.
 */
@NullMarked
package io.equivar.tck;

import org.jspecify.annotations.NullMarked;
