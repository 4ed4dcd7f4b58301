package dev.respool.netty;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;

/**
 * Drops the frames of a stream that are neither head nor content, such as those of extensions of
 * HTTP/2. A server has to ignore what it does not know (RFC 9113, 5.5).
 */
@ChannelHandler.Sharable
final class UnknownFrames extends ChannelInboundHandlerAdapter {
  static final UnknownFrames DROPPED = new UnknownFrames();

  private UnknownFrames() {}

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpObject) {
      context.fireChannelRead(message);
    } else {
      ReferenceCountUtil.release(message);
    }
  }
}
