package io.equivar.core.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingOverrideTest {

  private static final String FILE =
      "{seed: 1, base: simclr, pipeline: [flip, {jitter: {hue: 0.1}}]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed=2 | {seed: 2, base: simclr, pipeline: [flip, {jitter: {hue: 0.1}}]}",
        "pipeline[1].jitter.hue=0.2 | {seed: 1, base: simclr, pipeline: [flip, {jitter: {hue:"
            + " 0.2}}]}",
        "pipeline[0].share=pair | {seed: 1, base: simclr, pipeline: [{flip: {}, share: pair},"
            + " {jitter: {hue: 0.1}}]}",
        "pipeline[0]=blur | {seed: 1, base: simclr, pipeline: [blur, {jitter: {hue: 0.1}}]}",
        "base.simclr.temperature=0.5 | {seed: 1, base: {simclr: {temperature: 0.5}}, pipeline:"
            + " [flip, {jitter: {hue: 0.1}}]}",
        "base.acme:x.a=1 | {seed: 1, base: {simclr: {}, 'acme:x': {a: 1}}, pipeline: [flip,"
            + " {jitter: {hue: 0.1}}]}",
        "base={byol: {a: [1, 2]}} | {seed: 1, base: {byol: {a: [1, 2]}}, pipeline: [flip, {jitter:"
            + " {hue: 0.1}}]}",
        "training.epochs=5 | {seed: 1, base: simclr, pipeline: [flip, {jitter: {hue: 0.1}}],"
            + " training: {epochs: 5}}",
      })
  void replaces(String override, String expected) {
    assertThat(SettingOverride.parse(override).apply(YamlReader.parse(FILE, "file")))
        .isEqualTo(YamlReader.parse(expected, "expected"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed | --set seed must have the form key=value, such as training.epochs=5",
        "a..b=1 | --set a..b=1 must start with a key such as pipeline[1].color-jitter.hue",
        "[0]=1 | --set [0]=1 must start with a key such as pipeline[1].color-jitter.hue",
        "pipeline[2]=x | --set pipeline[2]=x names an element that is not there:" + " pipeline[2]",
        "seed[0]=x | --set seed[0]=x names an element that is not there: seed[0]",
        "seed.x=1 | --set seed.x=1 names a setting of seed, which has none: it is 1",
        "seed=[1 | --set seed=[1:1:3 is not valid YAML: expected ',' or ']', but got <stream end>",
      })
  void refuses(String override, String message) {
    assertThatThrownBy(() -> SettingOverride.parse(override).apply(YamlReader.parse(FILE, "file")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }

  @Test
  void refusesKeysOfMoreParts() {
    assertThatThrownBy(() -> SettingOverride.parse("a" + ".a".repeat(20_000) + "=1"))
        .hasMessage("--set must have a key of at most 50 parts");
  }
}
