package io.equivar.api.signature;

import io.equivar.api.Spi;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Renders the public and protected parts of types, one line for each type and each member, sorted.
 *
 * <p>A type's line is {@code name [role status since] declaration}, a member's line {@code name#
 * declaration}. Nested types without an annotation have that of the type around them.
 */
final class SignatureRenderer {

  private SignatureRenderer() {}

  static List<String> render(Collection<Class<?>> types) {
    TreeSet<String> lines = new TreeSet<>();
    for (Class<?> type : types) {
      if (isExported(type)) {
        lines.add(typeLine(type));
        members(type).map(member -> type.getName() + "# " + member).forEach(lines::add);
      }
    }
    return List.copyOf(lines);
  }

  private static boolean isExported(Class<?> type) {
    if (type.isAnonymousClass() || type.isLocalClass() || type.isSynthetic()) {
      return false;
    }
    Class<?> outer = type.getEnclosingClass();
    return isExported(type.getModifiers()) && (outer == null || isExported(outer));
  }

  private static boolean isExported(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String typeLine(Class<?> type) {
    StringBuilder line = new StringBuilder(type.getName());
    line.append(" [").append(stability(type)).append("] ").append(type.toGenericString());
    Type superclass = type.getGenericSuperclass();
    if (superclass != null && superclass != Object.class && !type.isRecord() && !type.isEnum()) {
      line.append(" extends ").append(superclass.getTypeName());
    }
    if (type.getGenericInterfaces().length > 0) {
      line.append(" implements ").append(names(type.getGenericInterfaces()));
    }
    if (type.isSealed()) {
      line.append(" permits ").append(names(type.getPermittedSubclasses()));
    }
    return line.toString();
  }

  private static String names(Type[] types) {
    return Arrays.stream(types).map(Type::getTypeName).sorted().collect(Collectors.joining(", "));
  }

  private static String stability(Class<?> type) {
    for (@Nullable Class<?> at = type; at != null; at = at.getEnclosingClass()) {
      Spi spi = at.getDeclaredAnnotation(Spi.class);
      if (spi != null) {
        return spi.value() + " " + spi.status() + " since " + spi.since();
      }
    }
    return "not annotated";
  }

  private static Stream<String> members(Class<?> type) {
    Stream<String> fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(SignatureRenderer::isExportedMember)
            .map(SignatureRenderer::render);
    Stream<String> constructors =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(SignatureRenderer::isExportedMember)
            .map(Constructor::toGenericString);
    Stream<String> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(SignatureRenderer::isExportedMember)
            .filter(method -> !isGivenByTheLanguage(method))
            .map(SignatureRenderer::render);
    return Stream.of(fields, constructors, methods, recordHeader(type)).flatMap(lines -> lines);
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

  private static String render(Field field) {
    String text = shorten(field.toGenericString(), field);
    Class<?> type = field.getType();
    boolean mayBeInlined =
        Modifier.isStatic(field.getModifiers())
            && Modifier.isFinal(field.getModifiers())
            && (type.isPrimitive() || type == String.class);
    if (!mayBeInlined) {
      return text;
    }
    try {
      field.setAccessible(true);
      return text + " = " + field.get(null);
    } catch (IllegalAccessException e) {
      throw new LinkageError("cannot read " + field, e);
    }
  }

  private static String render(Method method) {
    String text = shorten(method.toGenericString(), method);
    Object defaultValue = method.getDefaultValue();
    return defaultValue == null ? text : text + " default " + defaultValue;
  }

  /** Leaves out the declaring type, which the line begins with. */
  private static String shorten(String text, Member member) {
    return text.replace(
        " " + member.getDeclaringClass().getTypeName() + "." + member.getName(),
        " " + member.getName());
  }

  /** One line for all components: adding one changes what pattern matching and callers see. */
  private static Stream<String> recordHeader(Class<?> type) {
    RecordComponent @Nullable [] components = type.getRecordComponents();
    if (components == null) {
      return Stream.of();
    }
    return Stream.of(
        Arrays.stream(components)
            .map(component -> component.getGenericType().getTypeName() + " " + component.getName())
            .collect(Collectors.joining(", ", "record (", ")")));
  }
}
