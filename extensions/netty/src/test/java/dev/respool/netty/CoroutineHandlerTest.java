package dev.respool.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CoroutineHandlerTest {
  private static final long MEGABYTE = 1 << 20;

  private final EventLoopGroup group = new NioEventLoopGroup(1);
  private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
  private final CompletableFuture<Throwable> ended = new CompletableFuture<>();

  @AfterEach
  void end() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void a_connection_echoes_until_the_client_has_sent_all() throws Exception {
    try (Socket client = connect(CoroutineHandlerTest::echo)) {
      for (String word : new String[] {"one", "two", "three"}) {
        client.getOutputStream().write(word.getBytes(US_ASCII));
        assertEquals(word, new String(client.getInputStream().readNBytes(word.length()), US_ASCII));
      }
    }
    assertNull(failures.poll());
  }

  @Suspendable
  private static void echo(NettyConnection connection) throws Exception {
    for (Object message = connection.read(); message != null; message = connection.read()) {
      connection.write(message);
    }
  }

  @Test
  void a_waiting_body_gets_a_message_while_the_channel_tells_of_it() throws Exception {
    List<String> order = new CopyOnWriteArrayList<>();
    ConnectionBody body =
        connection -> {
          ReferenceCountUtil.release(connection.read());
          order.add("body");
        };
    try (Socket client = connect(body, new AfterReads(order))) {
      NettyLoops.of(group.next()).spawn(() -> {}).toCompletableFuture().get(); // the body waits
      client.getOutputStream().write(1);
      ended.get();
    }
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    assertEquals(List.of("body", "behind the read"), order);
  }

  @Test
  void what_was_written_is_sent_when_the_body_ends_and_the_connection_is_closed() throws Exception {
    int length = 8 * (int) MEGABYTE;
    try (Socket client = connect(connection -> connection.write(bytes(connection, length)))) {
      assertEquals(length, client.getInputStream().readAllBytes().length);
    }
  }

  @Test
  void a_writer_waits_for_a_slow_reader_and_so_holds_little_memory() throws Exception {
    AtomicLong written = new AtomicLong();
    AtomicLong mostPending = new AtomicLong();
    CompletableFuture<Void> full = new CompletableFuture<>();
    int chunks = 64;
    ConnectionBody writer =
        connection -> {
          Tasks.async(() -> completeWhenFull(connection, full));
          for (int i = 0; i < chunks; i++) {
            connection.write(bytes(connection, (int) MEGABYTE));
            written.incrementAndGet();
            mostPending.accumulateAndGet(pending(connection), Math::max);
          }
        };
    try (Socket client = connect(writer)) {
      full.get();
      assertTrue(written.get() < chunks);
      assertEquals(chunks * MEGABYTE, client.getInputStream().readAllBytes().length);
    }
    assertTrue(mostPending.get() < 3 * MEGABYTE, () -> "unsent: " + mostPending);
  }

  @Suspendable
  private static void completeWhenFull(NettyConnection connection, CompletableFuture<Void> full) {
    while (connection.channel().isWritable()) {
      Tasks.yieldNow();
    }
    full.complete(null);
  }

  private static long pending(NettyConnection connection) {
    return connection.channel().unsafe().outboundBuffer().totalPendingWriteBytes();
  }

  @Test
  void a_sender_waits_for_a_body_that_does_not_read() throws Exception {
    CompletableFuture<Void> go = new CompletableFuture<>();
    AtomicLong arrived = new AtomicLong();
    ConnectionBody slow =
        connection -> {
          Tasks.await(go);
          for (Object m = connection.read(); m != null; m = connection.read()) {
            arrived.addAndGet(((ByteBuf) m).readableBytes());
            ReferenceCountUtil.release(m);
          }
        };
    AtomicLong decoded = new AtomicLong();
    try (Socket client = connect(slow, new Counter(decoded))) {
      CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(client, 32 * MEGABYTE));
      Thread.sleep(100); // time to do it wrong
      assertTrue(decoded.get() <= 2 * MEGABYTE, () -> "read ahead: " + decoded);
      go.complete(null);
      sent.get();
      client.shutdownOutput();
      assertNull(ended.get());
    }
    assertEquals(32 * MEGABYTE, arrived.get());
  }

  private static void send(Socket client, long bytes) {
    try {
      for (long left = bytes; left > 0; left -= MEGABYTE) {
        client.getOutputStream().write(new byte[(int) MEGABYTE]);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_body_that_waits_is_cancelled_when_the_client_closes() throws Exception {
    CompletableFuture<Void> waiting = new CompletableFuture<>();
    ConnectionBody body =
        connection -> {
          waiting.complete(null);
          Tasks.await(new CompletableFuture<Void>());
        };
    Socket client = connect(body);
    waiting.get();
    client.close();
    assertInstanceOf(CancellationException.class, ended.get());
    assertNull(failures.poll(), "a connection that ends early is no failure");
  }

  @Test
  void what_arrived_before_the_end_is_read() throws Exception {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<Void> go = new CompletableFuture<>();
    ConnectionBody body =
        connection -> {
          Tasks.await(go);
          ByteBuf message = (ByteBuf) connection.read();
          first.complete(message.toString(US_ASCII));
          message.release();
          assertNull(connection.read());
        };
    try (Socket client = connect(body)) {
      client.getOutputStream().write("last words".getBytes(US_ASCII));
    }
    go.complete(null);
    assertEquals("last words", first.get());
    assertNull(ended.get());
  }

  @Test
  void what_the_body_throws_closes_the_connection_and_reaches_the_failure_handler()
      throws Exception {
    IOException failure = new IOException("wrong");
    ConnectionBody body =
        connection -> {
          Tasks.yieldNow();
          throw failure;
        };
    try (Socket client = connect(body)) {
      assertEquals(-1, client.getInputStream().read());
    }
    assertSame(failure, failures.take());
  }

  @Test
  void what_a_decoder_throws_is_thrown_by_read() throws Exception {
    ChannelHandler decoder =
        new ChannelInboundHandlerAdapter() {
          @Override
          public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
            throw new DecoderException("no such message");
          }
        };
    try (Socket client = connect(CoroutineHandlerTest::echo, decoder)) {
      client.getOutputStream().write(1);
      assertEquals(-1, client.getInputStream().read());
    }
    assertEquals("no such message", failures.take().getMessage());
  }

  @Test
  void a_message_that_the_pipeline_does_not_take_is_thrown_by_write() throws Exception {
    try (Socket client = connect(connection -> connection.write("not bytes"))) {
      assertEquals(-1, client.getInputStream().read());
    }
    assertInstanceOf(UnsupportedOperationException.class, failures.take());
  }

  private static ByteBuf bytes(NettyConnection connection, int length) {
    return connection.channel().alloc().buffer(length).writeZero(length);
  }

  /** A client of a server with this body, whose end completes {@link #ended}. */
  private Socket connect(ConnectionBody body, ChannelHandler... before) throws Exception {
    ConnectionBody observed = connection -> observe(body, connection);
    Channel server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.SO_RCVBUF, 1 << 16)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(before);
                    channel
                        .pipeline()
                        .addLast(
                            new CoroutineHandler(observed, (c, failure) -> failures.add(failure)));
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    InetSocketAddress address = (InetSocketAddress) server.localAddress();
    return new Socket(address.getAddress(), address.getPort());
  }

  @Suspendable
  private void observe(ConnectionBody body, NettyConnection connection) throws Exception {
    try {
      body.run(connection);
      ended.complete(null);
    } catch (Throwable t) {
      ended.complete(t);
      throw t;
    }
  }

  /** Notes when the handlers behind it have got a message. */
  private static final class AfterReads extends ChannelInboundHandlerAdapter {
    private final List<String> order;

    AfterReads(List<String> order) {
      this.order = order;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      context.fireChannelRead(message);
      order.add("behind the read");
    }
  }

  /** Counts the bytes that are read from the channel. */
  private static final class Counter extends ChannelInboundHandlerAdapter {
    private final AtomicLong bytes;

    Counter(AtomicLong bytes) {
      this.bytes = bytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      bytes.addAndGet(((ByteBuf) message).readableBytes());
      context.fireChannelRead(message);
    }
  }
}
