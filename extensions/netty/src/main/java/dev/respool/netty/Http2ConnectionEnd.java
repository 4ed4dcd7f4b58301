package dev.respool.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Takes what fails of a connection of HTTP/2 as a whole: the last handler of its pipeline. A client
 * can break the protocol as often as it likes, so this is no warning for the log. When it is the
 * protocol that was broken, the codec says so to the client and closes the connection.
 */
final class Http2ConnectionEnd extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = System.getLogger(HttpServer.class.getName());

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.log(Level.DEBUG, () -> "the connection " + context.channel() + " failed", cause);
    if (!(cause instanceof Http2Exception)) {
      context.close();
    }
  }
}
