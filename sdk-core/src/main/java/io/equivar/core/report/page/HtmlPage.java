package io.equivar.core.report.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A page in one file of HTML: scripts, styles and pictures are in it, nothing is fetched. */
public final class HtmlPage {

  private final String html;

  private HtmlPage(String html) {
    this.html = html;
  }

  /** Makes the page of a run. */
  public static HtmlPage of(RunPage page) {
    return render("report.mustache", page, page.charts());
  }

  /** Makes a page that compares runs. */
  public static HtmlPage of(ComparisonPage page) {
    return render("comparison.mustache", page, page.charts());
  }

  private static HtmlPage render(String template, Record page, List<Chart> charts) {
    Mustache mustache = new DefaultMustacheFactory("io/equivar/core/report/page").compile(template);
    StringWriter html = new StringWriter();
    mustache.execute(html, new Object[] {PageParts.of(charts), page});
    return new HtmlPage(html.toString().strip() + "\n");
  }

  /** Returns the text of the file. */
  public String html() {
    return html;
  }

  /**
   * Writes the file, all of it or nothing; an existing one is replaced.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Path file) {
    Path target = file.toAbsolutePath();
    Path fresh = target.resolveSibling(target.getFileName() + ".new");
    try {
      Files.writeString(fresh, html);
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the page " + file, e);
    }
  }
}
