package io.equivar.api.signature;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes types with their type arguments and annotations, nullness above all: {@code
 * java.util.List<@Nullable java.lang.String>}. Own code because the text that the reflection
 * classes give differs between releases of Java and leaves annotations out.
 */
final class TypeText {

  private TypeText() {}

  static String of(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      return of(array.getAnnotatedGenericComponentType()) + annotations(type, " ") + "[]";
    }
    String annotations = annotations(type, "");
    if (type instanceof AnnotatedParameterizedType parameterized) {
      return annotations
          + rawName(type.getType())
          + list(parameterized.getAnnotatedActualTypeArguments(), ",", "<", ">");
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      AnnotatedType[] lower = wildcard.getAnnotatedLowerBounds();
      return annotations
          + (lower.length > 0
              ? "? super " + of(lower[0])
              : "?" + bounds(wildcard.getAnnotatedUpperBounds()));
    }
    if (type instanceof AnnotatedTypeVariable) {
      return annotations + type.getType().getTypeName();
    }
    return annotations + rawName(type.getType());
  }

  /** Returns {@code <C extends java.lang.Record> } with the space, or nothing. */
  static String parameters(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(variable -> variable.getName() + bounds(variable.getAnnotatedBounds()))
            .collect(Collectors.joining(",", "<", "> "));
  }

  /** Returns the types one after the other. */
  static String list(AnnotatedType[] types, String separator, String prefix, String suffix) {
    return Arrays.stream(types)
        .map(TypeText::of)
        .collect(Collectors.joining(separator, prefix, suffix));
  }

  private static String bounds(AnnotatedType[] bounds) {
    List<String> named =
        Arrays.stream(bounds).map(TypeText::of).filter(b -> !b.equals("java.lang.Object")).toList();
    return named.isEmpty() ? "" : " extends " + String.join(" & ", named);
  }

  private static String annotations(AnnotatedType type, String before) {
    return Arrays.stream(type.getAnnotations())
        .map(Annotation::annotationType)
        .map(
            annotation -> before + "@" + annotation.getSimpleName() + (before.isEmpty() ? " " : ""))
        .sorted()
        .collect(Collectors.joining());
  }

  private static String rawName(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return parameterized.getRawType().getTypeName();
    }
    return type instanceof GenericArrayType ? type.getTypeName() : ((Class<?>) type).getName();
  }
}
