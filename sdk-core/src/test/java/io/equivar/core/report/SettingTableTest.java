package io.equivar.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.equivar.core.binding.YamlReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingTableTest {

  private static Map<String, String> flatten(String yaml) {
    return SettingTable.flatten(YamlReader.parse(yaml, "test"));
  }

  @Test
  void a_setting_is_named_by_its_path() {
    assertThat(flatten("{seed: 1, pipeline: [{flip: {}}, {crop: {area: [0.2, 1]}, share: pair}]}"))
        .containsExactly(
            entry("seed", "1"),
            entry("pipeline[0].flip", "{}"),
            entry("pipeline[1].crop.area", "[0.2, 1]"),
            entry("pipeline[1].share", "pair"));
  }

  @Test
  void only_what_differs_is_left() {
    Map<String, List<String>> differences =
        SettingTable.differences(
            List.of(flatten("{seed: 1, epochs: 5}"), flatten("{seed: 2, epochs: 5, extra: yes}")));

    assertThat(differences)
        .containsExactly(entry("seed", List.of("1", "2")), entry("extra", List.of("", "yes")));
  }

  @Test
  void a_configuration_does_not_differ_from_itself() {
    assertThat(SettingTable.differences(List.of(flatten("{a: 1}"), flatten("{a: 1}")))).isEmpty();
  }
}
