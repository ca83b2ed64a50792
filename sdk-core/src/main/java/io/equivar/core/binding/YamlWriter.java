package io.equivar.core.binding;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes nodes as YAML that {@link YamlReader} reads as equal nodes. */
public final class YamlWriter {

  private static final int WIDTH = 100;

  private YamlWriter() {}

  /** Returns the text of a document; innermost collections stand in one line each. */
  public static String write(Node node) {
    DumpSettings settings =
        DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setDefaultFlowStyle(FlowStyle.AUTO)
            .setDereferenceAliases(true)
            .setWidth(WIDTH)
            .build();
    return new Dump(settings, new PlainNumbers(settings)).dumpToString(value(node));
  }

  private static Object value(Node node) {
    if (node instanceof Node.Mapping mapping) {
      Map<String, Object> entries = new LinkedHashMap<>();
      mapping.entries().forEach((key, inner) -> entries.put(key, value(inner)));
      return entries;
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence.elements().stream().map(YamlWriter::value).toList();
    }
    if (node instanceof Node.Scalar scalar) {
      return scalar.value();
    }
    throw new IllegalArgumentException("settings that have no value are left out, not written");
  }

  /** Writes 0.0005 where the library writes 5.0E-4. */
  private static final class PlainNumbers extends StandardRepresenter {

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e15;

    PlainNumbers(DumpSettings settings) {
      super(settings);
      representers.put(
          Double.class,
          value -> new ScalarNode(Tag.FLOAT, text((Double) value), ScalarStyle.PLAIN));
    }

    private static String text(double value) {
      double size = Math.abs(value);
      if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) {
        return Double.toString(value);
      }
      String plain = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
  }
}
