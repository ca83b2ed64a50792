package io.equivar.api.signature;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes members of types: all that callers and implementers are compiled against. */
final class MemberText {

  private MemberText() {}

  static String of(Field field) {
    int modifiers = field.getModifiers();
    String text =
        visibility(modifiers)
            + (Modifier.isStatic(modifiers) ? " static" : "")
            + (Modifier.isFinal(modifiers) ? " final " : " ")
            + TypeText.of(field.getAnnotatedType())
            + " "
            + field.getName();
    return mayBeInlined(field) ? text + " = " + constant(field) : text;
  }

  static String of(Constructor<?> constructor) {
    return visibility(constructor.getModifiers())
        + " "
        + TypeText.parameters(constructor.getTypeParameters())
        + "<init>"
        + parameters(constructor)
        + checkedExceptions(constructor);
  }

  static String of(Method method) {
    int modifiers = method.getModifiers();
    String text =
        Stream.of(
                    visibility(modifiers),
                    Modifier.isStatic(modifiers) ? "static" : "",
                    Modifier.isAbstract(modifiers) ? "abstract" : "",
                    method.isDefault() ? "default" : "",
                    mayBeOverriddenElsewhere(method) ? "final" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "))
            + " "
            + TypeText.parameters(method.getTypeParameters())
            + TypeText.of(method.getAnnotatedReturnType())
            + " "
            + method.getName()
            + parameters(method)
            + checkedExceptions(method);
    Object defaultValue = method.getDefaultValue();
    return defaultValue == null ? text : text + " default " + value(defaultValue);
  }

  /** Whether "final" says something: in a final class no method can be overridden anyway. */
  private static boolean mayBeOverriddenElsewhere(Method method) {
    return Modifier.isFinal(method.getModifiers())
        && !Modifier.isFinal(method.getDeclaringClass().getModifiers());
  }

  private static String visibility(int modifiers) {
    return Modifier.isPublic(modifiers) ? "public" : "protected";
  }

  private static String parameters(Executable executable) {
    String list = TypeText.list(executable.getAnnotatedParameterTypes(), ",", "(", ")");
    return executable.isVarArgs()
        ? list.substring(0, list.length() - "[])".length()) + "...)"
        : list;
  }

  /** Unchecked exceptions are documentation: nobody has to catch or declare them. */
  private static String checkedExceptions(Executable executable) {
    String names =
        Arrays.stream(executable.getAnnotatedExceptionTypes())
            .filter(type -> !isUnchecked(type))
            .map(TypeText::of)
            .sorted()
            .collect(Collectors.joining(","));
    return names.isEmpty() ? "" : " throws " + names;
  }

  private static boolean isUnchecked(AnnotatedType type) {
    return type.getType() instanceof Class<?> exception
        && (RuntimeException.class.isAssignableFrom(exception)
            || Error.class.isAssignableFrom(exception));
  }

  private static boolean mayBeInlined(Field field) {
    Class<?> type = field.getType();
    return Modifier.isStatic(field.getModifiers())
        && Modifier.isFinal(field.getModifiers())
        && (type.isPrimitive() || type == String.class);
  }

  private static String constant(Field field) {
    try {
      field.setAccessible(true);
      return value(field.get(null));
    } catch (IllegalAccessException e) {
      throw new LinkageError("cannot read " + field, e);
    }
  }

  private static String value(Object value) {
    String text = Arrays.deepToString(new Object[] {value});
    return text.substring(1, text.length() - 1);
  }
}
