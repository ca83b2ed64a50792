package io.equivar.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says, for a type of this SPI, who implements it and how settled it is. Both decide what a later
 * version may change:
 *
 * <ul>
 *   <li>types that {@linkplain Role#PLUGIN plugins} implement gain default methods only;
 *   <li>types that the {@linkplain Role#CORE core} implements may gain abstract methods too;
 *   <li>{@linkplain Role#VALUE values} are final: classes may gain methods, records are frozen.
 * </ul>
 *
 * <p>Within one major {@linkplain SpiVersion version} nothing {@link Status#STABLE} is removed or
 * changes its meaning; what is {@link Status#EXPERIMENTAL} may do either in a minor version.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Spi(Spi.Role.VALUE)
public @interface Spi {

  /** Returns who implements the type. */
  Role value();

  /** Returns how settled the type is. */
  Status status() default Status.STABLE;

  /** Returns the SPI version in which the type appeared. */
  String since() default "1.0";

  /** Who implements a type. */
  @Spi(Role.VALUE)
  enum Role {
    /** Plugins implement it, the core calls it. */
    PLUGIN,
    /** The core implements it, plugins call it. */
    CORE,
    /** Nobody else implements it: a final class, a record, an enum or an annotation. */
    VALUE
  }

  /** How settled a type is. */
  @Spi(Role.VALUE)
  enum Status {
    /** Kept compatible within a major version. */
    STABLE,
    /** May change in a minor version. */
    EXPERIMENTAL
  }
}
