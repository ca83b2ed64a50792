package io.equivar.core.binding;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a record that is one of the alternatives of a sealed interface. In YAML the alternative is
 * a mapping with that one key, {@code data: {folder: {path: images}}}, or the bare name where all
 * settings have defaults.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Alternative {

  /** Returns the key, in kebab case. */
  String value();

  /** Returns what it is, as a sentence without a full stop. */
  String description();
}
