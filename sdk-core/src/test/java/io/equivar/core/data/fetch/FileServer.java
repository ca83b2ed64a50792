package io.equivar.core.data.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves bytes on this machine, whole or in parts, and breaks connections where it is told to. */
final class FileServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile String version = "\"1\"";
  private volatile int breakAfter = Integer.MAX_VALUE;
  private final AtomicInteger breaks = new AtomicInteger();
  private volatile boolean silent;
  private final AtomicInteger failures = new AtomicInteger();

  FileServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  void put(String name, byte[] content) {
    files.put("/" + name, content);
  }

  /** Gives all files another version. */
  void version(String tag) {
    version = tag;
  }

  /** Lets the next answers end early. */
  void breakAfter(int bytes, int times) {
    breakAfter = bytes;
    breaks.set(times);
  }

  /** Lets the next answers hang where they would have been broken off. */
  void hang() {
    silent = true;
  }

  /** Answers the next requests with an error. */
  void fail(int times) {
    failures.set(times);
  }

  URI address(String name) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + name);
  }

  /** Returns the requests so far: path and range. */
  List<String> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
    String path = exchange.getRequestURI().getPath();
    requests.add(path + " " + range);
    byte[] content = files.get(path);
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
      return;
    }
    if (content == null) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    int start = 0;
    boolean same = version.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    if (!range.equals("null") && same) {
      start = Integer.parseInt(range.replaceAll("\\D", ""));
      if (start >= content.length) {
        exchange.sendResponseHeaders(416, -1);
        exchange.close();
        return;
      }
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
    }
    exchange.getResponseHeaders().set("ETag", version);
    int length = content.length - start;
    exchange.sendResponseHeaders(start > 0 ? 206 : 200, length);
    try (OutputStream out = exchange.getResponseBody()) {
      if (length > breakAfter && breaks.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        out.write(content, start, breakAfter);
        out.flush();
        if (silent) {
          Thread.sleep(10_000);
        }
        throw new IOException("broken off on purpose");
      }
      out.write(content, start, length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
