package dev.respool.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Stops accepting while a server has as many connections as it may have; further clients wait in
 * the system's backlog. It stands in the pipeline of the listening channel, which accepts one
 * connection at a time, and counts on the thread of that channel.
 */
final class ConnectionLimit extends ChannelInboundHandlerAdapter {
  private final int max;
  private int open;

  ConnectionLimit(int max) {
    this.max = max;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object accepted) {
    open++;
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
    if (open == max) {
      context.channel().config().setAutoRead(true);
    }
    open--;
  }
}
