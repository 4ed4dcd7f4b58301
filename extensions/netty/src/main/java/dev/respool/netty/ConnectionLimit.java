package dev.respool.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.ServerChannelRecvByteBufAllocator;

/**
 * Stops accepting while a server has as many connections as it may have; further clients wait in
 * the system's backlog. It stands in the pipeline of the listening channel and counts on the thread
 * of that channel, which accepts several connections before it tells of them: never more than there
 * is room for.
 */
final class ConnectionLimit extends ChannelInboundHandlerAdapter {
  /**
   * Accepted at most before the event loop turns to the others again. With Netty's 16, clients that
   * come all at once wait while those that came first are answered many times.
   */
  private static final int BATCH = 256;

  private final ServerChannelRecvByteBufAllocator batches = new ServerChannelRecvByteBufAllocator();
  private final int max;
  private int open;

  ConnectionLimit(int max) {
    this.max = max;
    limitBatch();
  }

  /** For the listening channel: it is not about buffers there, but says when a batch ends. */
  RecvByteBufAllocator batches() {
    return batches;
  }

  private void limitBatch() {
    batches.maxMessagesPerRead(Math.max(1, Math.min(BATCH, max - open)));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object accepted) {
    open++;
    limitBatch();
    if (open == max) {
      context.channel().config().setAutoRead(false);
    }
    ((Channel) accepted).closeFuture().addListener(closed -> connectionEnded(context));
    context.fireChannelRead(accepted);
  }

  private void connectionEnded(ChannelHandlerContext context) {
    if (context.executor().inEventLoop()) {
      makeRoom(context);
    } else if (!context.executor().isShuttingDown()) {
      context.executor().execute(() -> makeRoom(context));
    }
  }

  private void makeRoom(ChannelHandlerContext context) {
    open--;
    limitBatch();
    if (open == max - 1) {
      context.channel().config().setAutoRead(true);
    }
  }
}
