package dev.respool.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection of HTTP/2 that has no stream and has been silent for the idle timeout. The
 * time of its streams is limited by the coroutine that each of them has.
 */
final class IdleConnection extends IdleStateHandler {
  private final Http2FrameCodec codec;

  IdleConnection(Duration idleTimeout, Http2FrameCodec codec) {
    super(0, 0, Math.max(1, idleTimeout.toMillis()), TimeUnit.MILLISECONDS);
    this.codec = codec;
  }

  @Override
  protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
    if (codec.connection().numActiveStreams() == 0) {
      context.channel().close();
    }
  }
}
