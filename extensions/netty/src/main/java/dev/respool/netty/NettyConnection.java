package dev.respool.netty;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeoutException;

/**
 * A channel as its coroutine sees it: messages are read and written by methods that suspend.
 *
 * <p>The messages are those that the channel's pipeline makes of the bytes. What {@link #read}
 * returns is the caller's to release. What is given to {@link #write} is released by Netty.
 *
 * <p>The channel is read only when the coroutine has taken all messages that have arrived. So what
 * is held in memory is at most what one read of the channel brings, however slow the coroutine is.
 * That read is made before the coroutine asks for it, because Netty does not notice otherwise that
 * the peer has closed the connection.
 *
 * <p>Use a connection only on the thread of its event loop: in its coroutine and the tasks that
 * this one starts.
 */
public final class NettyConnection {
  private final ChannelHandlerContext context;
  private final Queue<Object> unread = new ArrayDeque<>();
  private final Signal readable;
  private final Signal writable;
  private final ReadDeadline readDeadline;
  private ChannelFuture lastWrite;
  private Throwable failure;
  private boolean reading;
  private boolean inputEnded;
  private boolean bodyEnded;

  NettyConnection(ChannelHandlerContext context, EventLoop loop) {
    this.context = context;
    this.readable = new Signal(loop);
    this.writable = new Signal(loop);
    this.readDeadline = new ReadDeadline(context.executor(), readable);
    this.lastWrite = context.newSucceededFuture();
  }

  /**
   * The channel, for its addresses, options and attributes.
   *
   * @return always the same one
   */
  public Channel channel() {
    return context.channel();
  }

  /**
   * Whether the channel is connected.
   *
   * @return false when it has been closed by either side
   */
  public boolean isOpen() {
    return channel().isActive();
  }

  /**
   * Takes the next message; waits for it if none has arrived.
   *
   * @return the message, or null if the peer has sent all, or the connection is closed
   * @throws Exception what a handler of the pipeline threw, or why the connection broke
   */
  @Suspendable
  public Object read() throws Exception {
    while (isSilent()) {
      readable.await();
    }
    return take();
  }

  /**
   * As {@link #read()}, with a limit.
   *
   * @param limit how long this may wait
   * @throws TimeoutException if there is neither a message nor the end in time
   */
  @Suspendable
  Object read(Duration limit) throws Exception {
    readDeadline.begin(limit);
    try {
      while (isSilent()) {
        readable.await();
        if (isSilent() && readDeadline.isOver()) {
          throw new TimeoutException("no message from " + channel() + " within " + limit);
        }
      }
    } finally {
      readDeadline.end();
    }
    return take();
  }

  private boolean isSilent() {
    return unread.isEmpty() && failure == null && !inputEnded;
  }

  private Object take() throws Exception {
    Object message = unread.poll();
    if (message == null && failure != null) {
      throw Failures.asException(failure);
    }
    readAhead();
    return message;
  }

  /**
   * Writes and flushes a message. Waits first while more bytes are unsent than the channel's high
   * water mark allows.
   *
   * @param message for the pipeline; it is released if this throws
   * @throws ClosedChannelException if the connection is closed, also while this waits
   * @throws Exception what a handler of the pipeline threw, or why an earlier write failed
   */
  @Suspendable
  public void write(Object message) throws Exception {
    boolean mayWrite = false;
    try {
      awaitWritable();
      mayWrite = true;
    } finally {
      if (!mayWrite) {
        ReferenceCountUtil.release(message);
      }
    }
    lastWrite = context.writeAndFlush(message);
    if (!lastWrite.isDone()) {
      lastWrite.addListener(this::written);
    } else if (!lastWrite.isSuccess()) {
      throw Failures.asException(lastWrite.cause());
    }
  }

  /**
   * As {@link #write(Object)}, with a limit.
   *
   * @param limit how long the peer may take nothing while this waits
   * @throws TimeoutException if it takes nothing for so long
   */
  @Suspendable
  void write(Object message, Duration limit) throws Exception {
    if (!channel().isWritable()) {
      boolean mayWrite = false;
      try {
        Tasks.withTimeout(limit, () -> awaitWritable());
        mayWrite = true;
      } finally {
        if (!mayWrite) {
          ReferenceCountUtil.release(message);
        }
      }
    }
    write(message);
  }

  @Suspendable
  private void awaitWritable() throws Exception {
    while (failure == null && isOpen() && !channel().isWritable()) {
      writable.await();
    }
    if (failure != null) {
      throw Failures.asException(failure);
    }
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }

  private void written(io.netty.util.concurrent.Future<? super Void> write) {
    if (!write.isSuccess()) {
      fail(write.cause());
    }
  }

  /**
   * Waits until all that was written has been handed to the operating system.
   *
   * @throws Exception why the last write failed
   */
  @Suspendable
  public void flush() throws Exception {
    NettyFutures.await(lastWrite);
  }

  /**
   * As {@link #flush()}, with a limit.
   *
   * @throws TimeoutException if it takes longer
   */
  @Suspendable
  void flush(Duration limit) throws Exception {
    if (lastWrite.isDone()) {
      flush();
    } else {
      Tasks.withTimeout(limit, () -> flush());
    }
  }

  /**
   * Closes the connection. What has not been sent is lost; {@link #flush} first to send it. The
   * coroutine goes on, and its next wait for something other than a message throws.
   */
  public void close() {
    context.close();
  }

  /** Reads the channel if nothing is unread. */
  void readAhead() {
    if (!reading && isSilent()) {
      reading = true;
      context.read();
    }
  }

  void received(Object message) {
    if (bodyEnded) {
      ReferenceCountUtil.release(message);
    } else {
      unread.add(message);
      readable.fire();
    }
  }

  void readComplete() {
    reading = false;
    if (!bodyEnded) {
      readAhead(); // what was read may have been half a message
    }
  }

  void writabilityChanged() {
    writable.fire();
  }

  void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
    }
    readable.fire();
    writable.fire();
  }

  /** Lets the coroutine read what has arrived and then the end. */
  void endInput() {
    inputEnded = true;
    readable.fire();
  }

  /**
   * Whether the coroutine learns of the end of input by the read that it waits for or does next.
   */
  boolean isReading() {
    return readable.isAwaited() || !unread.isEmpty();
  }

  /** The channel is closed. */
  void closed() {
    endInput();
    writable.fire();
  }

  /** Nobody reads or writes any more. */
  void bodyEnded() {
    bodyEnded = true;
    readDeadline.close();
    unread.forEach(ReferenceCountUtil::release);
    unread.clear();
  }

  /** Sends what was written, then closes. */
  void closeWhenWritten() {
    lastWrite.addListener(ChannelFutureListener.CLOSE);
  }
}
