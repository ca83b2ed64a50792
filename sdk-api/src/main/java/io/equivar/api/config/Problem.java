package io.equivar.api.config;

import io.equivar.api.Spi;

/**
 * One thing that is wrong with a configuration: where, the rule, what came, and the next step where
 * there is one to name.
 *
 * @param key the setting, from the outside in and separated by dots, such as {@code hue} or {@code
 *     pipeline[2].color-jitter.hue}; empty where the whole is meant
 * @param rule what must hold, continuing a sentence that starts with the key: {@code must be in [0,
 *     0.5]}
 * @param got what came, as it is to be printed; empty where there is nothing to show
 * @param nextStep what the user may do about it, as a sentence; empty where the rule says it
 */
@Spi(Spi.Role.VALUE)
public record Problem(String key, String rule, String got, String nextStep) {

  /** Makes a problem whose rule says what to do. */
  public static Problem of(String key, String rule, Object got) {
    return new Problem(key, rule, String.valueOf(got), "");
  }

  /** Returns this problem as seen from {@code outer}, which contains the key. */
  public Problem within(String outer) {
    if (outer.isEmpty()) {
      return this;
    }
    String inner = key.isEmpty() || key.startsWith("[") ? key : "." + key;
    return new Problem(outer + inner, rule, got, nextStep);
  }

  /** Returns the message: {@code key rule, got what. Next step}. */
  @Override
  public String toString() {
    StringBuilder message = new StringBuilder();
    if (!key.isEmpty()) {
      message.append(key).append(' ');
    }
    message.append(rule);
    if (!got.isEmpty()) {
      message.append(", got ").append(got);
    }
    if (!nextStep.isEmpty()) {
      message.append(". ").append(nextStep);
    }
    return message.toString();
  }
}
