package io.equivar.core.config;

import io.equivar.api.config.Settings;
import io.equivar.api.transformation.Sharing;
import java.util.List;
import java.util.Locale;

/** The rule that a step in a group shares at most what the group shares. */
final class GroupSharing {

  private GroupSharing() {}

  /** Adds the rule for every member: a pair cannot share a step that only one of it takes. */
  static void check(Settings settings, String key, Sharing group, List<StepConfig> members) {
    for (int i = 0; i < members.size(); i++) {
      Sharing member = members.get(i).share();
      settings.require(
          group == Sharing.PAIR || member == Sharing.IMAGE,
          key + "[" + i + "].share",
          "must be image, because the " + key + " is drawn for every image: set its share to pair",
          member.name().toLowerCase(Locale.ROOT));
    }
  }
}
