package io.equivar.core.binding;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes configuration records of nodes and nodes of records. A record is a mapping whose keys are
 * the names of its components in kebab case; {@link Setting} says what is left out means. A
 * component may be of a type that {@link Setting} names, a sealed interface of records with {@link
 * Alternative}, or a type with a {@link Codec}.
 *
 * <p>Everything that is wrong is reported at once: keys that are unknown or missing, values of the
 * wrong type, and what the record's own constructor and annotations refuse. Immutable.
 */
public final class RecordBinder {

  private final Map<Class<?>, Codec<?>> codecs;

  /**
   * Makes a binder.
   *
   * @param codecs by the types they read and write
   */
  public RecordBinder(Map<Class<?>, Codec<?>> codecs) {
    this.codecs = Map.copyOf(codecs);
  }

  /** Makes a binder of records whose components are of the types that {@link Setting} names. */
  public RecordBinder() {
    this(Map.of());
  }

  /**
   * Makes a record.
   *
   * @throws ConfigurationException with all problems
   */
  public <R extends Record> R bind(Class<R> type, Node node) {
    Problems problems = new Problems();
    R bound = bind(type, node, problems);
    problems.check();
    if (bound == null) {
      throw new IllegalStateException(type.getName() + " was not bound, for no reason given");
    }
    return bound;
  }

  /** Makes a record, or returns null and adds the problems. */
  public <R extends Record> @Nullable R bind(Class<R> type, Node node, Problems problems) {
    if (!(node instanceof Node.Mapping mapping)) {
      problems.add(
          "must be a mapping",
          node.show(),
          node instanceof Node.Null ? "Write {} for defaults" : "");
      return null;
    }
    RecordComponent[] components = type.getRecordComponents();
    refuseUnknownKeys(mapping, components, problems);
    @Nullable Object[] values = new @Nullable Object[components.length];
    Set<String> failed = new HashSet<>();
    for (int i = 0; i < components.length; i++) {
      String key = Settings.key(components[i].getName());
      values[i] = component(components[i], mapping.entries().get(key), problems.at(key));
      if (values[i] == null) {
        failed.add(key);
      }
    }
    if (failed.isEmpty()) {
      return RecordConstruction.construct(type, values, problems);
    }
    // What could be read is checked all the same, so that the user sees every problem at once.
    problems.addAll(
        RecordConstruction.outOfRange(type, values).stream()
            .filter(problem -> !failed.contains(problem.key()))
            .toList());
    return null;
  }

  /** Makes a value of a component's type, or returns null and adds the problems. */
  public @Nullable Object bindValue(Type type, Node node, Problems problems) {
    Class<?> raw = rawType(type);
    if (node instanceof Node.Null) {
      problems.add("must have a value", node.show());
      return null;
    }
    Codec<?> codec = codecs.get(raw);
    if (codec != null) {
      return codec.read(node, type, problems);
    }
    if (ScalarBinding.supports(raw)) {
      return ScalarBinding.read(raw, node, problems);
    }
    if (raw == List.class) {
      return list(elementType(type), node, problems);
    }
    if (raw.isSealed()) {
      return alternative(raw, node, problems);
    }
    return bind(raw.asSubclass(Record.class), node, problems);
  }

  /** Returns the node of which {@link #bind} makes an equal record; nothing is left out. */
  public Node write(Record bound) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (RecordComponent component : bound.getClass().getRecordComponents()) {
      Object value = RecordConstruction.value(bound, component);
      entries.put(Settings.key(component.getName()), writeValue(component.getGenericType(), value));
    }
    return new Node.Mapping(entries);
  }

  /** Returns the node of which {@link #bindValue} makes an equal value. */
  public Node writeValue(Type type, Object value) {
    Class<?> raw = rawType(type);
    Codec<?> codec = codecs.get(raw);
    if (codec != null) {
      return write(codec, value);
    }
    if (value instanceof List<?> list) {
      Type element = elementType(type);
      return new Node.Sequence(list.stream().map(each -> writeValue(element, each)).toList());
    }
    if (!(value instanceof Record bound)) {
      return ScalarBinding.write(value);
    }
    return raw.isSealed()
        ? new Named(alternativeName(bound.getClass()), write(bound)).toNode()
        : write(bound);
  }

  private @Nullable Object component(
      RecordComponent component, @Nullable Node given, Problems problems) {
    Node node = given;
    if (node == null) {
      Setting setting = component.getAnnotation(Setting.class);
      if (setting == null || setting.defaultsTo().equals(Setting.REQUIRED)) {
        problems.add(setting == null ? "must be set" : "must be set (" + setting.value() + ")", "");
        return null;
      }
      try {
        node = YamlReader.parse(setting.defaultsTo(), "the default");
      } catch (ConfigurationException e) {
        e.problems().forEach(problem -> problems.add(problem.rule(), setting.defaultsTo()));
        return null;
      }
    }
    return bindValue(component.getGenericType(), node, problems);
  }

  private @Nullable List<Object> list(Type elementType, Node node, Problems problems) {
    if (!(node instanceof Node.Sequence sequence)) {
      problems.add("must be a list", node.show());
      return null;
    }
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < sequence.elements().size(); i++) {
      Object element = bindValue(elementType, sequence.elements().get(i), problems.at(i));
      if (element != null) {
        elements.add(element);
      }
    }
    return elements.size() == sequence.elements().size() ? List.copyOf(elements) : null;
  }

  private @Nullable Object alternative(Class<?> sealedType, Node node, Problems problems) {
    Map<String, Class<?>> alternatives = new LinkedHashMap<>();
    for (Class<?> alternative : sealedType.getPermittedSubclasses()) {
      alternatives.put(alternativeName(alternative), alternative);
    }
    String names = String.join(", ", alternatives.keySet());
    Named named = Named.of(node, "of " + names, problems);
    if (named == null) {
      return null;
    }
    Class<?> chosen = alternatives.get(named.name());
    if (chosen == null) {
      problems.add(
          "must name one of " + names,
          named.name(),
          Suggestions.nearest(named.name(), alternatives.keySet())
              .map(nearest -> "Did you mean " + nearest + "?")
              .orElse(""));
      return null;
    }
    return bind(chosen.asSubclass(Record.class), named.settings(), problems.at(named.name()));
  }

  private static void refuseUnknownKeys(
      Node.Mapping mapping, RecordComponent[] components, Problems problems) {
    List<String> known =
        Arrays.stream(components).map(component -> Settings.key(component.getName())).toList();
    for (String key : mapping.entries().keySet()) {
      if (!known.contains(key)) {
        problems
            .at(key)
            .add(
                "is not a known setting",
                "",
                known.isEmpty() ? "There are none here" : Suggestions.nextStep(key, known));
      }
    }
  }

  /** Returns the name of an alternative in YAML. */
  public static String alternativeName(Class<?> type) {
    return alternative(type).value();
  }

  /** Returns what an alternative is, as a sentence without a full stop. */
  public static String alternativeDescription(Class<?> type) {
    return alternative(type).description();
  }

  private static Alternative alternative(Class<?> type) {
    Alternative alternative = type.getAnnotation(Alternative.class);
    if (alternative == null) {
      throw new IllegalStateException(type.getName() + " lacks @Alternative");
    }
    return alternative;
  }

  private static Class<?> rawType(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return rawType(parameterized.getRawType());
    }
    if (type instanceof Class<?> raw) {
      return raw;
    }
    throw new IllegalArgumentException("a setting cannot have the type " + type.getTypeName());
  }

  private static Type elementType(Type listType) {
    return ((ParameterizedType) listType).getActualTypeArguments()[0];
  }

  @SuppressWarnings("unchecked") // a codec is only asked for values of the type it stands for
  private static <T> Node write(Codec<T> codec, Object value) {
    return codec.write((T) value);
  }
}
