package io.equivar.api.signature;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods that a type has, inherited ones too: a method that moves to a supertype is still
 * there, and an abstract method that a new supertype brings has come. Of the Java library's types
 * only the abstract methods of interfaces count, which no release of Java can add to.
 */
final class InheritedMethods {

  private record Signature(String name, List<Class<?>> parameters) {}

  private final Map<Signature, Method> found = new LinkedHashMap<>();

  private InheritedMethods() {}

  static Stream<Method> of(Class<?> type) {
    InheritedMethods methods = new InheritedMethods();
    for (@Nullable Class<?> at = type; at != null && !isLibrary(at); at = at.getSuperclass()) {
      methods.addDeclared(at, at == type);
    }
    if (!type.isAnnotation()) {
      for (@Nullable Class<?> at = type; at != null && !isLibrary(at); at = at.getSuperclass()) {
        Arrays.stream(at.getInterfaces()).forEach(methods::addInterface);
      }
    }
    return methods.found.values().stream().filter(method -> !method.isSynthetic());
  }

  private void addDeclared(Class<?> type, boolean withStatics) {
    for (Method method : type.getDeclaredMethods()) {
      boolean isStatic = Modifier.isStatic(method.getModifiers());
      boolean counts =
          isLibrary(type) ? Modifier.isAbstract(method.getModifiers()) : withStatics || !isStatic;
      if (counts) {
        Signature signature = new Signature(method.getName(), List.of(method.getParameterTypes()));
        // A bridge stands for the method that it leads to, whose line is there already.
        Method other = found.get(signature);
        if (other == null || (other.getDeclaringClass() == type && other.isSynthetic())) {
          found.put(signature, method);
        }
      }
    }
  }

  private void addInterface(Class<?> type) {
    addDeclared(type, false);
    Arrays.stream(type.getInterfaces()).forEach(this::addInterface);
  }

  private static boolean isLibrary(Class<?> type) {
    return type.getName().startsWith("java.");
  }
}
