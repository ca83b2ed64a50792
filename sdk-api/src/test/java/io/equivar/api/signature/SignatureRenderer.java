package io.equivar.api.signature;

import io.equivar.api.Spi;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Renders the public and protected parts of types, one line for each type and each thing that
 * plugins may rely on, sorted. The same on every release of Java.
 *
 * <p>A type's line is {@code name [role status since] declaration}; all others are {@code name#
 * what}: a member, {@code extends}, {@code implements}, {@code permits}, {@code constants} of an
 * enum, {@code record} with its components, {@code null-marked}, {@code lambda} where plugins may
 * implement it as one, {@code allowed on} and {@code kept until} of an annotation, {@code
 * deprecated}.
 */
final class SignatureRenderer {

  private SignatureRenderer() {}

  static List<String> render(Collection<Class<?>> types) {
    TreeSet<String> lines = new TreeSet<>();
    for (Class<?> type : types) {
      if (isExported(type)) {
        lines.add(type.getName() + " [" + stability(type) + "] " + declaration(type));
        Stream.of(supertypes(type), closedSets(type), traits(type), members(type))
            .flatMap(texts -> texts)
            .map(text -> type.getName() + "# " + text)
            .forEach(lines::add);
      }
    }
    return List.copyOf(lines);
  }

  static boolean isExported(Class<?> type) {
    if (type.isAnonymousClass() || type.isLocalClass() || type.isSynthetic()) {
      return false;
    }
    Class<?> outer = type.getEnclosingClass();
    return isExported(type.getModifiers()) && (outer == null || isExported(outer));
  }

  private static boolean isExported(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String declaration(Class<?> type) {
    int modifiers = type.getModifiers();
    String visibility = Modifier.isPublic(modifiers) ? "public " : "protected ";
    String kind;
    if (type.isAnnotation()) {
      kind = "@interface ";
    } else if (type.isInterface()) {
      kind = "interface ";
    } else if (type.isEnum()) {
      kind = "enum ";
    } else if (type.isRecord()) {
      kind = "record ";
    } else {
      kind =
          (type.isMemberClass() && Modifier.isStatic(modifiers) ? "static " : "")
              + (Modifier.isAbstract(modifiers) ? "abstract " : "")
              + (Modifier.isFinal(modifiers) ? "final " : "")
              + "class ";
    }
    return (visibility + kind + TypeText.parameters(type.getTypeParameters())).strip();
  }

  private static String stability(Class<?> type) {
    Spi spi = type.getDeclaredAnnotation(Spi.class);
    return spi == null
        ? "not annotated"
        : spi.value() + " " + spi.status() + " since " + spi.since();
  }

  private static Stream<String> supertypes(Class<?> type) {
    AnnotatedType superclass = type.getAnnotatedSuperclass();
    boolean byKind = type.isRecord() || type.isEnum() || type.isInterface();
    Stream<String> extended =
        byKind || superclass == null || superclass.getType() == Object.class
            ? Stream.of()
            : Stream.of("extends " + TypeText.of(superclass));
    Stream<String> implemented =
        type.isAnnotation()
            ? Stream.of()
            : Arrays.stream(type.getAnnotatedInterfaces()).map(i -> "implements " + TypeText.of(i));
    return Stream.concat(extended, implemented);
  }

  /** What a switch or a pattern lists completely: one line each, since adding breaks it too. */
  private static Stream<String> closedSets(Class<?> type) {
    if (type.isEnum()) {
      return Stream.of(
          Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.joining(", ", "constants (", ")")));
    }
    if (type.isRecord()) {
      return Stream.of(
          Arrays.stream(type.getRecordComponents())
              .map(SignatureRenderer::component)
              .collect(Collectors.joining(", ", "record (", ")")));
    }
    if (type.isSealed()) {
      return Stream.of(
          Arrays.stream(type.getPermittedSubclasses())
              .map(Class::getName)
              .sorted()
              .collect(Collectors.joining(", ", "permits (", ")")));
    }
    return Stream.of();
  }

  private static String component(RecordComponent component) {
    return TypeText.of(component.getAnnotatedType()) + " " + component.getName();
  }

  private static Stream<String> traits(Class<?> type) {
    Spi spi = type.getDeclaredAnnotation(Spi.class);
    Stream.Builder<String> traits = Stream.builder();
    if (isNullMarked(type)) {
      traits.add("null-marked");
    }
    if (type.isInterface() && spi != null && spi.value() == Spi.Role.PLUGIN) {
      List<Method> toImplement =
          InheritedMethods.of(type).filter(m -> Modifier.isAbstract(m.getModifiers())).toList();
      if (toImplement.size() == 1) {
        traits.add("lambda " + toImplement.get(0).getName());
      }
    }
    Target target = type.getDeclaredAnnotation(Target.class);
    if (target != null) {
      Arrays.stream(target.value()).map(place -> "allowed on " + place).forEach(traits::add);
    }
    Retention retention = type.getDeclaredAnnotation(Retention.class);
    if (retention != null) {
      traits.add("kept until " + retention.value());
    }
    if (type.isAnnotationPresent(Deprecated.class)) {
      traits.add("deprecated");
    }
    return traits.build();
  }

  private static boolean isNullMarked(Class<?> type) {
    for (@Nullable Class<?> at = type; at != null; at = at.getEnclosingClass()) {
      if (at.isAnnotationPresent(NullMarked.class)) {
        return true;
      }
    }
    return type.getPackage().isAnnotationPresent(NullMarked.class);
  }

  private static Stream<String> members(Class<?> type) {
    Stream<String> fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> isExportedMember(field) && !field.isEnumConstant())
            .flatMap(field -> withDeprecation(field, MemberText.of(field)));
    Stream<String> constructors =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(SignatureRenderer::isExportedMember)
            .flatMap(constructor -> withDeprecation(constructor, MemberText.of(constructor)));
    Stream<String> methods =
        InheritedMethods.of(type)
            .filter(SignatureRenderer::isExportedMember)
            .filter(method -> !isGivenByTheLanguage(method))
            .flatMap(method -> withDeprecation(method, MemberText.of(method)));
    return Stream.of(fields, constructors, methods).flatMap(lines -> lines);
  }

  private static Stream<String> withDeprecation(AnnotatedElement member, String text) {
    return member.isAnnotationPresent(Deprecated.class)
        ? Stream.of(text, "deprecated: " + text)
        : Stream.of(text);
  }

  private static boolean isExportedMember(Member member) {
    return isExported(member.getModifiers()) && !member.isSynthetic();
  }

  /** Methods that every object or enum has; whether their text appears in a source is no matter. */
  private static boolean isGivenByTheLanguage(Method method) {
    return switch (method.getName()) {
      case "toString", "hashCode" -> method.getParameterCount() == 0;
      case "equals" -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {Object.class});
      case "values", "valueOf" -> method.getDeclaringClass().isEnum();
      default -> false;
    };
  }
}
