package io.equivar.api.config;

import io.equivar.api.Spi;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a configuration record: what it means, what it defaults to, which
 * values it takes. The key in a configuration file is the component's name in kebab case: {@code
 * minArea} is {@code min-area}.
 *
 * <p>Components may be {@code boolean}, {@code int}, {@code long}, {@code double}, {@code String},
 * {@code java.nio.file.Path}, an enum (written in kebab case), another configuration record, or a
 * {@code List} of one of these.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@Spi(Spi.Role.VALUE)
public @interface Setting {

  /** The value of {@link #defaultsTo} that makes a setting required. */
  String REQUIRED = "<required>";

  /** Returns what the setting means, as a sentence without a full stop. */
  String value();

  /**
   * Returns the default, as it would stand in a YAML file ({@code "0.4"}, {@code "[0.2, 1]"},
   * {@code "{}"} for a record with its own defaults), or {@link #REQUIRED}.
   */
  String defaultsTo() default REQUIRED;

  /** Returns the smallest value; for a list, of every element. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Returns the largest value; for a list, of every element. */
  double max() default Double.POSITIVE_INFINITY;

  /** Returns whether {@link #min} itself is refused. */
  boolean exclusiveMin() default false;

  /** Returns the smallest number of elements of a list. */
  int minSize() default 0;

  /** Returns the largest number of elements of a list. */
  int maxSize() default Integer.MAX_VALUE;

  /** Returns the unit, such as {@code "degrees"}; empty for a plain number. */
  String unit() default "";
}
