package dev.respool.netty;

import io.netty.handler.ssl.SslContext;
import java.net.SocketAddress;
import java.time.Duration;

/** Collects the options of an {@link HttpServer} and starts it. */
public final class HttpServerBuilder {
  private final Handling handling;
  private SslContext tls;
  private boolean http2WithoutTls;
  private long maxContentLength = 1 << 20;
  private int maxHeaderSize = 8192;
  private Duration idleTimeout = Duration.ofSeconds(60);
  private UploadRate.MinRate minUploadRate = new UploadRate.MinRate(240, Duration.ofSeconds(5));
  private int maxConnections = 10_000;
  private int threads; // 0: Netty's default

  HttpServerBuilder(Handling handling) {
    this.handling = handling;
  }

  /**
   * Serves HTTPS. A context that offers {@code h2} by ALPN serves HTTP/2 to clients that ask for
   * it.
   *
   * @param context for servers
   * @return this
   */
  public HttpServerBuilder tls(SslContext context) {
    if (!context.isServer()) {
      throw new IllegalArgumentException("the SSL context is a client's: build one for a server");
    }
    tls = context;
    return this;
  }

  /**
   * Serves HTTP/2 also without TLS, to clients that know of it and begin with its preface. Other
   * clients get HTTP/1.1. This is for tests, and for proxies in a network that you trust. The
   * upgrade of a connection of HTTP/1.1, which RFC 9113 has given up, is not offered.
   *
   * @return this
   */
  public HttpServerBuilder http2WithoutTls() {
    http2WithoutTls = true;
    return this;
  }

  /**
   * Sets how long the content of a request may be. A longer one is answered with status 413. The
   * default is 1 MiB. A streaming handler can choose another limit for each request by {@link
   * ContentReader#limit}.
   *
   * @param bytes zero or more
   * @return this
   */
  public HttpServerBuilder maxContentLength(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("the limit of a request's content is negative: " + bytes);
    }
    maxContentLength = bytes;
    return this;
  }

  /**
   * Sets how long all headers of a request may be together. Longer ones are answered with status
   * 431. The default is 8 KiB.
   *
   * @param bytes more than zero
   * @return this
   */
  public HttpServerBuilder maxHeaderSize(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("the limit of a request's headers is too small: " + bytes);
    }
    maxHeaderSize = bytes;
    return this;
  }

  /**
   * Sets how many connections may be open at once. Further clients wait in the system's backlog
   * until one of them ends. The default is 10,000.
   *
   * @param count at least one
   * @return this
   */
  public HttpServerBuilder maxConnections(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a server needs a connection: " + count);
    }
    maxConnections = count;
    return this;
  }

  /**
   * Sets how long a connection may take until its next request is complete, and how long the client
   * may take none of the bytes of a response. If the handler is streaming, it is how long the
   * client may send none of the bytes of a request. After that time the server closes it. The
   * default is a minute.
   *
   * @param timeout more than zero
   * @return this
   */
  public HttpServerBuilder idleTimeout(Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("the idle timeout is not positive: " + timeout);
    }
    idleTimeout = timeout;
    return this;
  }

  /**
   * Sets how fast the content of a request has to come, on average. A client that keeps sending a
   * byte now and then would otherwise hold its request open for as long as it likes. One that is
   * slower is answered with status 408, if the response has not begun, and the connection is closed
   * or the stream of HTTP/2 reset. The default is 240 bytes a second and a grace period of five
   * seconds.
   *
   * <p>The content may take the grace period, and a second more for each {@code bytesPerSecond}
   * that have arrived. Time in which a streaming handler does not read does not count, nor does the
   * time before a client that expects 100 (Continue) gets it. Each stream of HTTP/2 has a rate of
   * its own.
   *
   * @param bytesPerSecond zero for no such limit
   * @param grace how long the client may send less; zero or more
   * @return this
   */
  public HttpServerBuilder minUploadRate(int bytesPerSecond, Duration grace) {
    if (bytesPerSecond < 0) {
      throw new IllegalArgumentException(
          "the minimum rate of a request's content is negative: " + bytesPerSecond);
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("the grace period is negative: " + grace);
    }
    minUploadRate = new UploadRate.MinRate(bytesPerSecond, grace);
    return this;
  }

  /**
   * Sets how many event loops serve the connections. The default is Netty's, twice the processors.
   *
   * @param count at least one
   * @return this
   */
  public HttpServerBuilder threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a server needs a thread: " + count);
    }
    threads = count;
    return this;
  }

  /**
   * Starts the server. The calling thread waits until it listens.
   *
   * @param address where to listen; port 0 takes any free one
   * @return the running server
   * @throws IllegalStateException if the options contradict each other
   * @throws Exception if it cannot listen there
   */
  public HttpServer bind(SocketAddress address) throws Exception {
    if (tls != null && http2WithoutTls) {
      throw new IllegalStateException(
          "tls and http2WithoutTls exclude each other: offer h2 by ALPN in the SSL context instead");
    }
    HttpOptions options =
        new HttpOptions(
            handling,
            tls,
            http2WithoutTls,
            maxContentLength,
            maxHeaderSize,
            idleTimeout,
            minUploadRate,
            maxConnections);
    return HttpServer.start(options, threads, address);
  }
}
