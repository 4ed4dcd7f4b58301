package dev.respool.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpContentException;

/**
 * Makes whole requests. Those without content, which are most, need not be put together. One with
 * too much content goes on as a failed one without content, so that its answer takes its turn
 * behind those to earlier requests.
 */
final class RequestAggregator extends HttpObjectAggregator {
  private final int maxContentLength;
  private HttpRequest bare; // seems to have no content; null otherwise

  RequestAggregator(int maxContentLength) {
    super(maxContentLength);
    this.maxContentLength = maxContentLength;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (bare != null) {
      HttpRequest request = bare;
      bare = null;
      if (message == LastHttpContent.EMPTY_LAST_CONTENT) {
        context.fireChannelRead(withoutContent(request, request.headers()));
        return;
      }
      super.channelRead(context, request);
    }
    if (message instanceof HttpRequest request && hasNoContent(request)) {
      bare = request;
    } else {
      super.channelRead(context, message);
    }
  }

  private static boolean hasNoContent(HttpRequest request) {
    return !(request instanceof HttpContent)
        && request.decoderResult().isSuccess()
        && !request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
        && !request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)
        && !request.headers().contains(HttpHeaderNames.EXPECT);
  }

  private static FullHttpRequest withoutContent(HttpRequest request, HttpHeaders headers) {
    return new DefaultFullHttpRequest(
        request.protocolVersion(),
        request.method(),
        request.uri(),
        Unpooled.EMPTY_BUFFER,
        headers,
        EmptyHttpHeaders.INSTANCE);
  }

  @Override
  protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
    HttpRequest request = (HttpRequest) oversized;
    FullHttpRequest failed = withoutContent(request, request.headers().copy());
    failed.setDecoderResult(
        DecoderResult.failure(
            new TooLongHttpContentException("more than " + maxContentLength + " bytes")));
    context.fireChannelRead(failed);
  }
}
