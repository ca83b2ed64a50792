package io.equivar.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the reference that is made from the program.
 *
 * @param name of the file
 */
record GeneratedPage(String name) {

  private static final Path REFERENCE = Path.of("../../docs/reference");
  private static final String UPDATE = "documentation.update";

  /** Checks that the page is up to date; rewrites it if it is to be updated. */
  void requireContent(String content) throws IOException {
    Path page = REFERENCE.resolve(name);
    if (Boolean.getBoolean(UPDATE)) {
      Files.createDirectories(REFERENCE);
      Files.writeString(page, content);
    }
    assertThat(page)
        .as(
            "docs/reference/%s is made from the program. Rewrite it with: ./mvnw -Pfast -pl"
                + " integration-tests/documentation -am test"
                + " -Dtest=ReferencePagesTest -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
            name, UPDATE)
        .hasContent(content);
  }
}
