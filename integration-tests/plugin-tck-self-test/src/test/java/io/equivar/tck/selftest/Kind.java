package io.equivar.tck.selftest;

import io.equivar.tck.BaseModelKit;
import io.equivar.tck.ObjectiveKit;
import io.equivar.tck.PixelTransformationKit;
import io.equivar.tck.TransformationKit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

/** The kinds of things that a plugin offers, each with its kit and the plugins that try it. */
enum Kind {
  TRANSFORMATION(
      "T", TransformationKit.class, SoundTransformation.Sound.class, BrokenTransformations.class),
  PIXEL_TRANSFORMATION(
      "P",
      PixelTransformationKit.class,
      SoundPixelTransformation.Sound.class,
      BrokenPixelTransformations.class),
  BASE_MODEL("B", BaseModelKit.class, SoundBaseModel.Sound.class, BrokenBaseModels.class),
  OBJECTIVE("O", ObjectiveKit.class, SoundObjective.Sound.class, BrokenObjectives.class);

  private final String letter;
  private final Class<?> kit;
  private final Class<?> sound;
  private final Class<?> broken;

  Kind(String letter, Class<?> kit, Class<?> sound, Class<?> broken) {
    this.letter = letter;
    this.kit = kit;
    this.sound = sound;
    this.broken = broken;
  }

  /** Returns the rules, in the order of their numbers: the display names of the kit's tests. */
  List<String> rules() {
    return Arrays.stream(kit.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(DisplayName.class))
        .map(method -> method.getAnnotation(DisplayName.class).value())
        .sorted(Comparator.comparingInt(rule -> Integer.parseInt(number(rule).substring(1))))
        .toList();
  }

  /** Returns the kit on a plugin that breaks nothing. */
  Class<?> sound() {
    return sound;
  }

  /** Returns the kits on plugins that break one rule each, named by its number. */
  List<Class<?>> broken() {
    return Arrays.stream(broken.getDeclaredClasses())
        .filter(type -> type.getSimpleName().matches(letter + "\\d+"))
        .toList();
  }

  /** Returns the number that a rule starts with, such as {@code T4}. */
  static String number(String rule) {
    return rule.substring(0, rule.indexOf(':'));
  }
}
