package dev.respool.netty;

import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * Runs a coroutine for its channel: the last handler of a pipeline, one instance per channel.
 *
 * <p>The coroutine is a task of {@link NettyLoops#of} the channel's event loop. It starts when the
 * channel is active. An event of the channel for which it waits, such as a message, wakes it at
 * once: it runs within that event, as a handler does. How it and the connection end:
 *
 * <ul>
 *   <li>If the body returns, what it has written is sent, and the connection is closed.
 *   <li>If the body throws, the connection is closed at once, and the failure handler is called.
 *   <li>If the connection is closed while the body reads, or has messages to read, it reads them
 *       and then null. If it waits for anything else, it is cancelled.
 * </ul>
 *
 * <p>The handler turns {@code AUTO_READ} off. It takes all messages and exceptions that reach it.
 */
public final class CoroutineHandler extends ChannelInboundHandlerAdapter {
  private final ConnectionBody body;
  private final FailureHandler failures;
  private NettyConnection connection;
  private Task<Void> task;
  private boolean inRequest;
  private boolean draining;

  /**
   * Makes the handler of one channel.
   *
   * @param body what to run
   * @param failures told what the body throws; that it was cancelled because the connection was
   *     closed is no failure
   */
  public CoroutineHandler(ConnectionBody body, FailureHandler failures) {
    this.body = Objects.requireNonNull(body, "CoroutineHandler: the body is null");
    this.failures = Objects.requireNonNull(failures, "CoroutineHandler: no failure handler");
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    context.channel().config().setAutoRead(false);
    if (context.channel().isActive()) {
      start(context);
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    start(context);
    context.fireChannelActive();
  }

  private void start(ChannelHandlerContext context) {
    if (connection != null) {
      return;
    }
    EventLoop loop = NettyLoops.of(context.channel().eventLoop());
    NettyConnection opened = new NettyConnection(context, loop);
    connection = opened;
    task = loop.spawn(() -> body.run(opened));
    task.toCompletableFuture().whenComplete((nothing, failure) -> bodyEnded(context, failure));
    opened.readAhead();
  }

  private void bodyEnded(ChannelHandlerContext context, Throwable failure) {
    boolean closedEarly = failure instanceof CancellationException && !connection.isOpen();
    connection.bodyEnded();
    if (failure == null) {
      connection.closeWhenWritten();
    } else {
      connection.close();
    }
    if (failure != null && !closedEarly) {
      report(context, failure);
    }
  }

  private void report(ChannelHandlerContext context, Throwable failure) {
    try {
      failures.failed(connection, failure);
    } catch (RuntimeException e) { // Netty logs what reaches the end of a pipeline
      e.addSuppressed(failure);
      context.fireExceptionCaught(e);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (connection == null) {
      ReferenceCountUtil.release(message);
    } else {
      connection.received(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (connection != null) {
      connection.readComplete();
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (connection != null) {
      connection.writabilityChanged();
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      endInput();
    }
    context.fireUserEventTriggered(event);
  }

  /** Lets the body read what has arrived and then the end; on the event loop. */
  void endInput() {
    if (connection != null) {
      connection.endInput();
    }
  }

  /**
   * The body answers a request of which it has not read everything. Until it has, the end of the
   * connection cancels it even while it reads, and the server's end does not end its input.
   */
  void beginRequest() {
    inRequest = true;
  }

  /** The body has read and answered the request. */
  void endRequest() {
    inRequest = false;
    if (draining) {
      endInput();
    }
  }

  /** Lets the body read what has arrived and then the end, but all of a request; on the loop. */
  void drain() {
    draining = true;
    if (!inRequest) {
      endInput();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (connection == null) {
      context.fireExceptionCaught(cause);
    } else {
      connection.fail(cause);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    connectionEnded();
    context.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    connectionEnded();
  }

  private void connectionEnded() {
    if (connection != null) {
      boolean cancelled = inRequest || !connection.isReading();
      if (inRequest) {
        connection.closed(); // a read of content says so; what comes behind it is cancelled
      }
      if (cancelled) {
        task.cancel();
      }
      connection.closed();
    }
  }
}
