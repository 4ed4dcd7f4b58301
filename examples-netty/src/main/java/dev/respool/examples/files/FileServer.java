package dev.respool.examples.files;

import dev.respool.netty.HttpServer;
import dev.respool.netty.HttpServerBuilder;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Serves the files of a directory over HTTP/1.1, and over HTTPS and HTTP/2: with ranges,
 * conditional requests, limits and an end that lets downloads finish. Each request is answered by a
 * coroutine on one of Netty's event loops.
 *
 * <p>Start it and try {@code curl -i http://localhost:8080/some-file}, or a browser.
 */
public final class FileServer implements AutoCloseable {
  /** A request for a file has no content. */
  private static final int MAX_CONTENT = 1 << 13;

  private final HttpServer server;
  private final Duration grace;
  private final PrintStream log;

  private FileServer(HttpServer server, Duration grace, PrintStream log) {
    this.server = server;
    this.grace = grace;
    this.log = log;
  }

  /**
   * Serves until the process gets a signal to end, such as SIGTERM or Ctrl-C.
   *
   * @param args see the usage message
   * @throws Exception if the server cannot listen, or has no key
   */
  public static void main(String[] args) throws Exception {
    try {
      FileServerOptions options = FileServerOptions.parse(args);
      FileServer server = start(options, System.out);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "file-server-end"));
      String scheme = isSecure(options) ? "https" : "http";
      int port = server.address().getPort();
      System.out.println(
          "serving " + options.directory() + " at " + scheme + "://localhost:" + port + "/");
    } catch (IllegalArgumentException e) {
      System.err.println("FileServer: " + e.getMessage());
      System.err.println(FileServerOptions.USAGE);
      System.exit(2);
    }
  }

  /**
   * Starts a server.
   *
   * @param options what it was told
   * @param log gets a line for each request, and the report at the end
   * @return the server, which listens
   * @throws IllegalArgumentException if the options do not fit this machine
   */
  static FileServer start(FileServerOptions options, PrintStream log) throws Exception {
    ServedDirectory directory = new ServedDirectory(options.directory(), options.listing());
    HttpServerBuilder builder =
        HttpServer.builder(new FileHandler(directory, log))
            .maxContentLength(MAX_CONTENT)
            .maxConnections(options.connections())
            .idleTimeout(options.idle());
    if (options.keyStore() != null) {
      builder.tls(Tls.of(options.keyStore(), password(options.keyStore())));
    } else if (options.selfSigned()) {
      builder.tls(Tls.selfSigned());
    }
    return new FileServer(bind(builder, options.address()), options.grace(), log);
  }

  private static HttpServer bind(HttpServerBuilder builder, InetSocketAddress address)
      throws Exception {
    try {
      return builder.bind(address);
    } catch (BindException e) {
      throw new IllegalArgumentException(
          "cannot listen at " + address + ": " + e.getMessage() + "; choose another --port", e);
    }
  }

  private static boolean isSecure(FileServerOptions options) {
    return options.selfSigned() || options.keyStore() != null;
  }

  /** On the command line every user of the machine would see it. */
  private static char[] password(Path keyStore) {
    String password = System.getenv("KEY_STORE_PASSWORD");
    if (password == null) {
      throw new IllegalArgumentException(
          "set the environment variable KEY_STORE_PASSWORD to the password of " + keyStore);
    }
    return password.toCharArray();
  }

  /** Where it listens, with the real port. */
  InetSocketAddress address() {
    return server.address();
  }

  /**
   * Ends the server: it accepts nobody any more, lets the downloads go on for the grace period and
   * cancels the rest. The log gets a line about it.
   */
  @Override
  public void close() {
    log.println("ending: downloads may go on for " + grace.toSeconds() + " s");
    try {
      int cut = server.shutdown(grace);
      log.println(
          cut == 0
              ? "ended: all requests were answered"
              : "ended: " + cut + " connections were closed before their requests were answered");
    } catch (InterruptedException e) {
      log.println("ended: nobody waited for the requests");
      Thread.currentThread().interrupt();
    }
  }
}
