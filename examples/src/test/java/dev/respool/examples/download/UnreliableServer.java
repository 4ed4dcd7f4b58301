package dev.respool.examples.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves one file under each path, with ranges, and does what it is told to do wrong. */
final class UnreliableServer implements AutoCloseable {
  /** What goes wrong with one request. */
  interface Fault {
    /** Answers in place of the server. */
    void answer(HttpExchange exchange) throws Exception;
  }

  /**
   * A request as it came.
   *
   * @param range the header, or null
   * @param ifRange the header, or null
   */
  record Asked(String range, String ifRange) {}

  private final Queue<Fault> faults = new ArrayDeque<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch never = new CountDownLatch(1);
  private final HttpServer server;
  private volatile byte[] contents = new byte[0];
  private volatile String tag;

  UnreliableServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Gives the contents of all paths: so many random bytes, another version for another seed. */
  byte[] serve(int size, int seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    contents = bytes;
    tag = "\"version " + seed + "\"";
    return bytes;
  }

  String tag() {
    return tag;
  }

  /** The next request without a fault gets this one. */
  synchronized void next(Fault fault) {
    faults.add(fault);
  }

  private synchronized Fault nextFault() {
    return faults.isEmpty() ? exchange -> send(exchange, Integer.MAX_VALUE) : faults.remove();
  }

  /** Breaks off behind so many bytes. */
  Fault breakOff(int bytes) {
    return exchange -> send(exchange, bytes);
  }

  /** Goes silent behind so many bytes. */
  Fault stall(int bytes) {
    return exchange -> {
      send(exchange, bytes);
      never.await();
    };
  }

  static Fault status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    asked.add(new Asked(range, exchange.getRequestHeaders().getFirst("If-Range")));
    try (exchange) {
      nextFault().answer(exchange);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private void send(HttpExchange exchange, int most) throws IOException {
    byte[] bytes = contents;
    int first = first(exchange);
    exchange.getResponseHeaders().set("ETag", tag);
    if (first > 0 && first >= bytes.length) {
      exchange.getResponseHeaders().set("Content-Range", "bytes */" + bytes.length);
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    if (first > 0) {
      String range = first + "-" + (bytes.length - 1) + "/" + bytes.length;
      exchange.getResponseHeaders().set("Content-Range", "bytes " + range);
    }
    int length = bytes.length - first;
    exchange.sendResponseHeaders(first > 0 ? 206 : 200, length == 0 ? -1 : length);
    if (length > 0) {
      exchange.getResponseBody().write(bytes, first, Math.min(most, length));
      exchange.getResponseBody().flush();
    }
  }

  /** Where to begin: the rest is only for who has the same version. */
  private int first(HttpExchange exchange) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    return range == null || !same ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
  }

  String uri(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
