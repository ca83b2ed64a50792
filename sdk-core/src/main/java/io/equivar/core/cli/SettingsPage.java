package io.equivar.core.cli;

import io.equivar.core.binding.SettingDescription;
import io.equivar.core.config.ConfigurationReference.Section;
import java.io.PrintWriter;
import java.util.List;

/** The keys of configurations as Markdown that reads well unrendered, too. */
final class SettingsPage {

  private SettingsPage() {}

  static void print(List<Section> sections, PrintWriter out) {
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      if (i > 0) {
        out.println();
      }
      out.printf("## %s%n%n", section.key().isEmpty() ? "Top" : "`" + section.key() + "`");
      out.printf("%s.%n", section.description().replaceFirst("\\.$", ""));
      if (!section.settings().isEmpty()) {
        out.printf("%n| Key | Type | Range | Default | Meaning |%n|---|---|---|---|---|%n");
        section.settings().forEach(setting -> printRow(setting, out));
      }
    }
    out.flush();
  }

  private static void printRow(SettingDescription setting, PrintWriter out) {
    String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
    out.printf(
        "| `%s` | %s | %s | %s | %s |%n",
        setting.key(),
        cell(setting.type()),
        cell((setting.range() + unit).strip()),
        setting.required() ? "required" : "`" + setting.defaultsTo() + "`",
        cell(setting.description()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
