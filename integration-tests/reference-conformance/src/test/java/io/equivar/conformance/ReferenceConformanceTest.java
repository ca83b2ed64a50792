package io.equivar.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.conformance.CaseResult.Status;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the SDK to the reference cases of a directory: {@code -Dreference.cases=DIR}, by default
 * those in the test resources. Prints a line per case.
 */
class ReferenceConformanceTest {

  @TestFactory
  Stream<DynamicTest> agreesWithTheReferenceImplementations()
      throws IOException, URISyntaxException {
    return ReferenceCase.files(directory()).stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) {
    CaseResult result = Conformance.run(file);
    System.out.println(result);
    Assumptions.assumeTrue(result.status() != Status.NOT_COVERED, result::toString);
    assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASS);
  }

  private static Path directory() throws URISyntaxException {
    String given = System.getProperty("reference.cases", "");
    if (given.isEmpty()) {
      return Path.of(
          Objects.requireNonNull(ReferenceConformanceTest.class.getResource("/reference")).toURI());
    }
    return Path.of(System.getProperty("reference.root", "")).resolve(given);
  }
}
