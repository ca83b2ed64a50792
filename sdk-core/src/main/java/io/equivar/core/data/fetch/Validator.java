package io.equivar.core.data.fetch;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a server calls the version of the file that a partial file is a part of: a strong entity
 * tag, or else the time of its last change (RFC 9110, section 13.1.5). It is kept beside the file.
 */
final class Validator {

  private final Path file;

  Validator(Path partial) {
    this.file = partial.resolveSibling(partial.getFileName() + ".version");
  }

  /** Returns the version; empty if the server did not say, so that no part can be trusted. */
  Optional<String> value() throws IOException {
    return Files.exists(file)
        ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** Keeps the version of an answer. */
  void remember(HttpResponse<?> response) throws IOException {
    Optional<String> version =
        response
            .headers()
            .firstValue("ETag")
            .filter(tag -> !tag.startsWith("W/"))
            .or(() -> response.headers().firstValue("Last-Modified"));
    if (version.isPresent()) {
      Files.writeString(file, version.get(), StandardCharsets.UTF_8);
    } else {
      forget();
    }
  }

  /** Forgets it. */
  void forget() throws IOException {
    Files.deleteIfExists(file);
  }
}
