package io.equivar.core.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * Downloads a file by HTTP. Until it is whole it is called {@code NAME.partial}; a download that
 * was broken off goes on where it stopped, if the server allows it (RFC 9110, Range and If-Range)
 * and still has the same file. Failures in between are tried again.
 */
public final class Download {

  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int FIRST_SERVER_ERROR = 500;

  private final HttpClient client;
  private final int attempts;
  private final Duration pause;
  private final Duration longestSilence;

  /**
   * Makes a downloader.
   *
   * @param attempts how often to try, at least 1
   * @param pause before the second attempt; doubled before every further one
   * @param longestSilence after which a connection counts as broken
   */
  public Download(int attempts, Duration pause, Duration longestSilence) {
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(longestSilence)
            .build();
    this.attempts = attempts;
    this.pause = pause;
    this.longestSilence = longestSilence;
  }

  /** Makes a downloader with the usual patience. */
  public static Download patient() {
    return new Download(5, Duration.ofSeconds(2), Duration.ofSeconds(60));
  }

  /**
   * Downloads a file, or the rest of it.
   *
   * @param target where it is put when it is whole
   * @param progress is told the number of bytes there are, now and then
   * @return the partial file, whole but neither checked nor renamed
   * @throws FetchException if the server refuses it, or all attempts fail
   * @throws InterruptedException if the thread is interrupted; what there is stays
   */
  public Path partial(URI address, Path target, LongConsumer progress)
      throws IOException, InterruptedException {
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    Files.createDirectories(target.toAbsolutePath().getParent());
    try (FileChannel channel =
        FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock(channel, partial);
      Duration wait = pause;
      for (int attempt = 1; ; attempt++) {
        try {
          attempt(address, channel, new Validator(partial), progress);
          channel.force(true);
          return partial;
        } catch (FetchException e) {
          throw e;
        } catch (IOException e) {
          if (attempt >= attempts) {
            throw gaveUp(address, partial, channel.size(), e);
          }
          Thread.sleep(wait.toMillis());
          wait = wait.multipliedBy(2);
        }
      }
    }
  }

  private static FetchException gaveUp(URI address, Path partial, long there, IOException cause) {
    return new FetchException(
        String.format(
            Locale.ROOT,
            "%s could not be downloaded: %s. %,d bytes are kept in %s; run the command again to go"
                + " on",
            address,
            cause,
            there,
            partial),
        cause);
  }

  /** Gives a checked file its final name. */
  public static void finish(Path partial, Path target) throws IOException {
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    new Validator(partial).forget();
  }

  /** Removes a file that turned out wrong. */
  public static void discard(Path partial) throws IOException {
    Files.deleteIfExists(partial);
    new Validator(partial).forget();
  }

  /** Keeps others from the file until the channel is closed. */
  private static void lock(FileChannel channel, Path partial) throws IOException {
    boolean held;
    try {
      held = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      held = false;
    }
    if (!held) {
      throw new FetchException(partial + " is being downloaded by someone else just now");
    }
  }

  private void attempt(URI address, FileChannel channel, Validator validator, LongConsumer progress)
      throws IOException, InterruptedException {
    long there = validator.value().isPresent() ? channel.size() : 0;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(longestSilence)
            .header("Accept-Encoding", "identity");
    if (there > 0) {
      request
          .header("Range", "bytes=" + there + "-")
          .header("If-Range", validator.value().orElseThrow());
    }
    HttpResponse<InputStream> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      int status = response.statusCode();
      if (status == RANGE_NOT_SATISFIABLE) {
        // All of it was there, or the file has become shorter: the checksum would not tell which.
        channel.truncate(0);
        validator.forget();
        throw new IOException("the server has no more than " + there + " bytes");
      }
      if (status >= FIRST_SERVER_ERROR) {
        throw new IOException("the server answered with status " + status);
      }
      boolean resumed = status == PARTIAL_CONTENT && there > 0;
      if (!resumed && status != 200) {
        throw new FetchException(address + " is not to be had: the server answered " + status);
      }
      long start = resumed ? requireStart(response, there) : 0;
      channel.truncate(start);
      validator.remember(response);
      OptionalLong rest = response.headers().firstValueAsLong("Content-Length");
      copy(body, channel.position(start), progress);
      long got = channel.size() - start;
      if (rest.isPresent() && got != rest.getAsLong()) {
        throw new IOException(
            String.format(
                Locale.ROOT, "the connection broke after %,d of %,d bytes", got, rest.getAsLong()));
      }
    }
  }

  private static long requireStart(HttpResponse<?> response, long there) throws IOException {
    String range = response.headers().firstValue("Content-Range").orElse("");
    if (!range.startsWith("bytes " + there + "-")) {
      throw new FetchException(
          response.uri() + " sent another part than was asked for: '" + range + "'");
    }
    return there;
  }

  private void copy(InputStream body, FileChannel channel, LongConsumer progress)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (SilenceGuard guard = new SilenceGuard(body, longestSilence)) {
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        guard.heard();
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        progress.accept(channel.position());
      }
    }
  }
}
