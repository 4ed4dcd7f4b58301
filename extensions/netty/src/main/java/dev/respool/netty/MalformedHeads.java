package dev.respool.netty;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;

/**
 * Fails the streams of HTTP/2 whose head is no request. Netty's codec would fail them too, but of
 * those without content it does so behind the allocation of a buffer that it does not release: a
 * client could use up the memory.
 */
@ChannelHandler.Sharable
final class MalformedHeads extends ChannelInboundHandlerAdapter {
  static final MalformedHeads REFUSED = new MalformedHeads();

  private MalformedHeads() {}

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof Http2HeadersFrame frame && !isTrailer(frame.headers())) {
      try {
        requireRequest(frame.headers());
      } catch (IllegalArgumentException e) {
        context.fireExceptionCaught(e);
        return;
      }
    }
    context.fireChannelRead(message);
  }

  private static boolean isTrailer(Http2Headers headers) {
    return headers.method() == null && headers.status() == null;
  }

  private static void requireRequest(Http2Headers headers) {
    if (headers.method() == null) {
      throw new IllegalArgumentException("the head has no method");
    }
    HttpMethod method = HttpMethod.valueOf(headers.method().toString());
    CharSequence target = HttpMethod.CONNECT.equals(method) ? headers.authority() : headers.path();
    if (target == null || target.chars().anyMatch(c -> c <= ' ')) {
      throw new IllegalArgumentException("the target of the request is missing or malformed");
    }
  }
}
