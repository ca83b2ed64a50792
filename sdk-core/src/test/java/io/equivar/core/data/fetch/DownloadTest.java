package io.equivar.core.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {

  @TempDir private Path folder;

  private final FileServer server = new FileServer();
  private final byte[] content = random(300_000);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void downloadsAFile() throws Exception {
    server.put("a.tar", content);
    List<Long> progress = new ArrayList<>();
    Path target = folder.resolve("new/a.tar");

    Path partial = download(1).partial(server.address("a.tar"), target, progress::add);

    assertThat(target).doesNotExist();
    assertThat(progress).isSorted().endsWith(300_000L);
    Download.finish(partial, target);
    assertThat(target).hasBinaryContent(content);
    assertThat(folder.resolve("new")).isDirectoryNotContaining(file -> !file.equals(target));
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws Exception {
    server.put("a.tar", content);
    server.breakAfter(100_000, 2);

    Path partial = download(3).partial(server.address("a.tar"), folder.resolve("a.tar"), b -> {});

    assertThat(partial).hasBinaryContent(content);
    assertThat(server.requests()).hasSize(3).first().isEqualTo("/a.tar null");
    assertThat(server.requests().subList(1, 3)).allMatch(request -> request.contains("bytes="));
  }

  @Test
  void goesOnInAnotherRunAndLeavesNothingUnderTheFinalNameBefore() throws Exception {
    server.put("a.tar", content);
    server.breakAfter(100_000, 1);
    Path target = folder.resolve("a.tar");

    assertThatThrownBy(() -> download(1).partial(server.address("a.tar"), target, b -> {}))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("could not be downloaded")
        .hasMessageContaining("a.tar.partial; run the command again to go on");
    assertThat(target).doesNotExist();
    long there = Files.size(folder.resolve("a.tar.partial"));
    assertThat(there).isPositive();

    Path partial = download(1).partial(server.address("a.tar"), target, b -> {});

    assertThat(partial).hasBinaryContent(content);
    assertThat(server.requests()).endsWith("/a.tar bytes=" + there + "-");
  }

  @Test
  void startsAnewWhereTheFileHasChanged() throws Exception {
    server.put("a.tar", random(280_000));
    server.breakAfter(100_000, 1);
    Path target = folder.resolve("a.tar");
    assertThatThrownBy(() -> download(1).partial(server.address("a.tar"), target, b -> {}))
        .isInstanceOf(FetchException.class);
    server.put("a.tar", content);
    server.version("\"2\"");

    assertThat(download(1).partial(server.address("a.tar"), target, b -> {}))
        .hasBinaryContent(content);
  }

  @Test
  void doesNotTrustAPartThatNobodyKnowsTheVersionOf() throws Exception {
    server.put("a.tar", content);
    Files.write(folder.resolve("a.tar.partial"), new byte[1000]);

    assertThat(download(1).partial(server.address("a.tar"), folder.resolve("a.tar"), b -> {}))
        .hasBinaryContent(content);
  }

  @Test
  void downloadsAgainWhereAllOfItWasThereButNotFinished() throws Exception {
    server.put("a.tar", content);
    Path target = folder.resolve("a.tar");
    Path first = download(1).partial(server.address("a.tar"), target, b -> {});

    assertThat(download(2).partial(server.address("a.tar"), target, b -> {}))
        .isEqualTo(first)
        .hasBinaryContent(content);
  }

  @Test
  void triesAgainAfterErrorsOfTheServer() throws Exception {
    server.put("a.tar", content);
    server.fail(2);

    assertThat(download(3).partial(server.address("a.tar"), folder.resolve("a.tar"), b -> {}))
        .hasBinaryContent(content);
  }

  @Test
  void doesNotTryAgainWhatIsNotThere() {
    assertThatThrownBy(
            () -> download(5).partial(server.address("b.tar"), folder.resolve("b.tar"), b -> {}))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("b.tar is not to be had: the server answered 404");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void givesUpOnASilentConnection() throws Exception {
    server.put("a.tar", content);
    server.breakAfter(100_000, 1);
    server.hang();
    Download impatient = new Download(2, Duration.ofMillis(1), Duration.ofMillis(300));

    assertThat(impatient.partial(server.address("a.tar"), folder.resolve("a.tar"), b -> {}))
        .hasBinaryContent(content);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void namesAServerThatIsNotThere() throws IOException {
    FileServer gone = new FileServer();
    gone.close();

    assertThatThrownBy(
            () -> download(1).partial(gone.address("a.tar"), folder.resolve("a.tar"), b -> {}))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("could not be downloaded");
  }

  private static Download download(int attempts) {
    return new Download(attempts, Duration.ofMillis(1), Duration.ofSeconds(20));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
