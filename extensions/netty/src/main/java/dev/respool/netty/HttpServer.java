package dev.respool.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A server of HTTP/1.1 and of HTTP/2 that answers each request in a coroutine.
 *
 * <pre>{@code
 * try (HttpServer server = HttpServer.builder(request -> answer(request)).bind(address)) {
 *   ...
 * }
 * }</pre>
 *
 * <p>Requests of one connection of HTTP/1.1 are answered one after the other, in their order. Those
 * of other connections, and of the streams of HTTP/2, are answered meanwhile. What cannot be read
 * as a request is answered with status 400, 413, 414 or 431.
 *
 * <p>The server has event loops of its own. Requests are in memory as a whole, except for those of
 * a {@link #streamingBuilder streaming} server, and so are responses, except for a {@link
 * StreamedHttpResponse}.
 */
public final class HttpServer implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration AFTER_GRACE = Duration.ofSeconds(2);

  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final RunningBodies running = new RunningBodies();
  private final EventLoopGroup loops;
  private Channel listener;
  private volatile boolean draining;

  private HttpServer(EventLoopGroup loops) {
    this.loops = loops;
  }

  /**
   * Begins a server.
   *
   * @param handler answers the requests
   * @return the options, to be changed
   */
  public static HttpServerBuilder builder(HttpHandler handler) {
    Objects.requireNonNull(handler, "HttpServer: the handler is null");
    return new HttpServerBuilder(new Handling.Whole(handler));
  }

  /**
   * Begins a server whose handler reads the content of requests while it arrives.
   *
   * @param handler answers the requests
   * @return the options, to be changed
   */
  public static HttpServerBuilder streamingBuilder(StreamingHttpHandler handler) {
    Objects.requireNonNull(handler, "HttpServer: the handler is null");
    return new HttpServerBuilder(new Handling.Streaming(handler));
  }

  static HttpServer start(HttpOptions options, int threads, SocketAddress address)
      throws Exception {
    HttpServer server =
        new HttpServer(new NioEventLoopGroup(threads, new DefaultThreadFactory("respool-http")));
    try {
      server.listen(options, address);
    } catch (Throwable t) {
      server.loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      throw t;
    }
    return server;
  }

  private void listen(HttpOptions options, SocketAddress address) throws Exception {
    ConnectionLimit limit = new ConnectionLimit(options.maxConnections());
    listener =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.RCVBUF_ALLOCATOR, limit.batches())
            .handler(limit)
            .childHandler(new HttpPipeline(options, session(options), connections, () -> draining))
            .bind(address)
            .sync()
            .channel();
  }

  private ConnectionBody session(HttpOptions options) {
    return options.handling() instanceof Handling.Streaming streaming
        ? new StreamingSession(streaming.handler(), options, () -> draining, running)
        : new HttpSession(
            ((Handling.Whole) options.handling()).handler(), options, () -> draining, running);
  }

  /**
   * Where the server listens.
   *
   * @return its address with the port that it got
   */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /**
   * Ends the server. It accepts no more connections and closes those without a request. Requests
   * that have arrived are answered. After the given time the other connections are closed, which
   * cancels their handlers. The calling thread waits for all that; it may not be one of an event
   * loop. Ending an ended server does nothing.
   *
   * @param grace how long requests may take
   * @return how many connections were closed at the end of that time, before their requests were
   *     answered
   * @throws InterruptedException if the calling thread is interrupted
   */
  public synchronized int shutdown(Duration grace) throws InterruptedException {
    if (loops.isShuttingDown()) {
      return 0;
    }
    draining = true;
    listener.close().sync();
    connections.forEach(HttpServer::drain);
    int cut = 0;
    if (!connections.newCloseFuture().await(grace.toMillis())) {
      cut = connections.size();
      connections.forEach(HttpServer::closeAtOnce);
      connections.newCloseFuture().await(AFTER_GRACE.toMillis());
    }
    running.awaitNone(System.nanoTime() + AFTER_GRACE.toNanos());
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    return cut;
  }

  /** A connection of HTTP/2 closes when its streams have ended; at once without that timeout. */
  private static void drain(Channel connection) {
    connection
        .eventLoop()
        .execute(
            () -> {
              CoroutineHandler handler = connection.pipeline().get(CoroutineHandler.class);
              if (handler == null) {
                Http2FrameCodec codec = connection.pipeline().get(Http2FrameCodec.class);
                if (codec != null) {
                  codec.gracefulShutdownTimeoutMillis(-1); // the grace period ends it
                }
                connection.close();
              } else {
                handler.drain();
              }
            });
  }

  /** Passes by the handlers that would wait, such as that of HTTP/2. */
  private static void closeAtOnce(Channel connection) {
    ChannelHandlerContext first = connection.pipeline().firstContext();
    if (first != null) { // otherwise it is closed
      first.close();
    }
  }

  /** Ends the server; requests may take ten seconds. An interrupt ends the waiting only. */
  @Override
  public void close() {
    try {
      shutdown(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
