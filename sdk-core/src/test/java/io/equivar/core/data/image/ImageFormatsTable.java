package io.equivar.core.data.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Decodes a directory of awkward image files and prints what came of each, beside what was
 * expected. The directory holds {@code MANIFEST.tsv} with columns {@code file}, {@code real_type},
 * {@code expected} (decode, reject or either) and {@code oriented_wxh}. A second argument names a
 * directory that takes the decoded images as PPM files. The exit status is 1 if an outcome is not
 * as expected.
 */
final class ImageFormatsTable {

  private static final Set<String> SUPPORTED =
      Set.of("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "PPM");

  private ImageFormatsTable() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Path.of(arguments[0]);
    List<String> lines = Files.readAllLines(directory.resolve("MANIFEST.tsv"));
    List<String> columns = List.of(lines.get(0).split("\t"));
    int wrong = 0;
    try (ImageDecoder decoder = new ImageDecoder(DecodingLimits.defaults())) {
      for (String line : lines.subList(1, lines.size())) {
        String[] values = line.split("\t");
        String file = values[columns.indexOf("file")];
        String expected = values[columns.indexOf("expected")];
        String outcome;
        String detail;
        long start = System.nanoTime();
        try {
          WholeImage image = decoder.decode(directory.resolve(file), WholeImage::of);
          outcome = "decode";
          detail = image.width() + "x" + image.height();
          if (!detail.equals(values[columns.indexOf("oriented_wxh")])) {
            detail += " INSTEAD OF " + values[columns.indexOf("oriented_wxh")];
            wrong++;
          }
          if (arguments.length > 1) {
            Files.write(Path.of(arguments[1], file + ".ppm"), image.toPpm());
          }
        } catch (UnreadableImageException e) {
          outcome = "reject";
          detail = e.getMessage();
        }
        boolean unsupported = !SUPPORTED.contains(values[columns.indexOf("real_type")]);
        boolean asExpected =
            expected.equals("either")
                || expected.equals(outcome)
                || (unsupported && outcome.equals("reject"));
        wrong += asExpected ? 0 : 1;
        System.out.printf(
            "%-5s %-6s %-6s %-8s %5d ms  %s: %s%n",
            asExpected ? "" : "WRONG",
            expected,
            outcome,
            values[columns.indexOf("real_type")],
            (System.nanoTime() - start) / 1_000_000,
            file,
            detail);
      }
    }
    System.out.println(wrong + " not as expected");
    System.exit(wrong == 0 ? 0 : 1);
  }
}
