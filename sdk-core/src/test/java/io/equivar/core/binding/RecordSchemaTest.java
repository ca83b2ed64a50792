package io.equivar.core.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.config.Problem;
import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordSchemaTest {

  enum Border {
    ZERO,
    MIRROR
  }

  /** The compiler makes an enum whose constants have bodies a sealed type. */
  enum Flip {
    NONE,
    BOTH {
      @Override
      int count() {
        return 2;
      }
    };

    int count() {
      return 0;
    }
  }

  record WithBodies(
      @Setting(value = "flip", defaultsTo = "both") Flip flip,
      @Setting(value = "flips", defaultsTo = "[none]") List<Flip> flips) {}

  record Inner(@Setting(value = "size", defaultsTo = "1", min = 1, unit = "pixels") int size) {}

  record Sound(
      @Setting("how many") int count,
      @Setting(value = "border", defaultsTo = "zero") Border border,
      @Setting(value = "range", defaultsTo = "[0, 1]", min = 0, max = 1) List<Double> range,
      @Setting(value = "inner", defaultsTo = "{}") Inner inner) {}

  record Unsupported(
      @Setting("map") Map<String, String> map,
      @Setting("boxed") Integer boxed,
      @Setting("nested") List<List<Integer>> nested,
      String bare) {}

  record BadDefaults(
      @Setting(value = "a", defaultsTo = "many") int a,
      @Setting(value = "b", defaultsTo = "[1") double b,
      @Setting(value = "c", defaultsTo = "2", max = 1) double c) {}

  record NeedsInner(@Setting(value = "inner", defaultsTo = "{}") RequiredInner inner) {}

  record RequiredInner(@Setting("size") int size) {}

  record Throwing(@Setting(value = "a", defaultsTo = "1") int a) {
    Throwing {
      if (a == 1) {
        throw new IllegalStateException("no");
      }
    }
  }

  record OwnRule(@Setting(value = "a", defaultsTo = "1") int a) {
    OwnRule {
      Settings.of(OwnRule.class, a).require(a % 2 == 0, "a", "must be even", a).check();
    }
  }

  record Recursive(@Setting("list") List<Recursive> list) {}

  @Test
  void acceptsSoundRecords() {
    assertThat(messages(Sound.class)).isEmpty();
  }

  @Test
  void describesSettings() {
    assertThat(RecordSchema.describe(Sound.class))
        .containsExactly(
            new SettingDescription("count", "whole number", "", "", "", "how many"),
            new SettingDescription("border", "zero | mirror", "zero", "", "", "border"),
            new SettingDescription("range", "list of numbers", "[0, 1]", "[0, 1]", "", "range"),
            new SettingDescription("inner", "settings", "{}", "", "", "inner"),
            new SettingDescription(
                "inner.size", "whole number", "1", "[1, inf)", "pixels", "size"));
  }

  @Test
  void takesAnEnumWhoseConstantsHaveBodiesForAnEnum() {
    assertThat(messages(WithBodies.class)).isEmpty();
    assertThat(RecordSchema.describe(WithBodies.class))
        .extracting(SettingDescription::type)
        .containsExactly("none | both", "list of none | both");
    WithBodies bound = new RecordBinder().bind(WithBodies.class, Node.Mapping.EMPTY);
    assertThat(bound).isEqualTo(new WithBodies(Flip.BOTH, List.of(Flip.NONE)));
    assertThat(new RecordBinder().bind(WithBodies.class, new RecordBinder().write(bound)))
        .isEqualTo(bound);
  }

  @Test
  void refusesUnsupportedTypes() {
    String next =
        ". Use boolean, int, long, double, String, Path, an enum, a record, or a List of one of"
            + " these";
    assertThat(messages(Unsupported.class))
        .containsExactly(
            "map must have a type that settings can have, got java.util.Map<java.lang.String,"
                + " java.lang.String>"
                + next,
            "boxed must have a type that settings can have, got java.lang.Integer" + next,
            "nested must have a type that settings can have, got"
                + " java.util.List<java.util.List<java.lang.Integer>>"
                + next,
            "bare must be annotated with @Setting");
    assertThat(messages(String.class)).containsExactly("must be a record, got java.lang.String");
    assertThat(messages(Recursive.class))
        .containsExactly("list must not contain itself, got " + Recursive.class.getName());
  }

  @Test
  void refusesBadDefaults() {
    assertThat(messages(BadDefaults.class))
        .containsExactly(
            "a has a default that is refused: must be a whole number, got many",
            "b has a default that is refused: is not valid YAML: expected ',' or ']', but got"
                + " <stream end>, got [1",
            "c has a default that is refused: must be at most 1, got 2");
    assertThat(messages(NeedsInner.class))
        .containsExactly("inner.size has a default that is refused: must be set (size)");
    assertThat(messages(OwnRule.class))
        .containsExactly("a has a default that is refused: must be even, got 1");
    assertThat(messages(Throwing.class))
        .containsExactly(
            "has a default that is refused: is refused: java.lang.IllegalStateException: no");
  }

  private static List<String> messages(Class<?> type) {
    return RecordSchema.check(type).stream().map(Problem::toString).toList();
  }
}
