package io.equivar.core.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What every page carries along: style, scripts, and the rule by which a browser runs these scripts
 * and nothing else, and fetches nothing.
 *
 * @param style the style sheet
 * @param scripts in the order in which they run
 * @param data what they draw, as JSON
 */
record PageParts(String style, List<String> scripts, String data) {

  private static final String CHART_JS = "org.webjars.npm/chart.js";
  private static final String UMAP_JS = "umap-js/umap-js-1.4.0.min.js";

  /** Returns the parts of a page with these charts. */
  static PageParts of(List<Chart> charts) {
    List<String> scripts = new ArrayList<>();
    if (!charts.isEmpty()) {
      scripts.add(chartJs());
    }
    if (charts.stream().anyMatch(PointMap.class::isInstance)) {
      scripts.add(own(UMAP_JS));
    }
    scripts.add(own("page.js"));
    return new PageParts(own("page.css"), scripts, json(charts));
  }

  /** Returns the content security policy. */
  String policy() {
    String hashes = scripts.stream().map(PageParts::source).collect(Collectors.joining(" "));
    return "default-src 'none'; img-src data:; style-src "
        + source(style)
        + "; script-src "
        + hashes
        + "; base-uri 'none'; form-action 'none'";
  }

  private static String source(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String json(List<Chart> charts) {
    try {
      // The text stands within an element that "</script" would end.
      return new ObjectMapper().writeValueAsString(charts).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String chartJs() {
    Properties properties = new Properties();
    String described = "/META-INF/maven/" + CHART_JS + "/pom.properties";
    try (InputStream in = require(described)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + described, e);
    }
    return text(
        "/META-INF/resources/webjars/chart.js/"
            + properties.getProperty("version")
            + "/dist/chart.umd.js");
  }

  private static String own(String name) {
    return text("/io/equivar/core/report/page/" + name);
  }

  /** A browser hashes what it has parsed: line ends as "\n". Maps of sources are not there. */
  private static String text(String resource) {
    try (InputStream in = require(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("\r\n", "\n")
          .replaceAll("//# sourceMappingURL=\\S+", "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private static InputStream require(String resource) {
    InputStream in = PageParts.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("the class path lacks " + resource);
    }
    return in;
  }
}
