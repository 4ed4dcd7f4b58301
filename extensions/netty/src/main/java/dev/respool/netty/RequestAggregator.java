package dev.respool.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpContentException;

/**
 * Makes whole requests. One with too much content goes on as a failed one without content, so that
 * its answer takes its turn behind those to earlier requests.
 */
final class RequestAggregator extends HttpObjectAggregator {
  private final int maxContentLength;

  RequestAggregator(int maxContentLength) {
    super(maxContentLength);
    this.maxContentLength = maxContentLength;
  }

  @Override
  protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
    HttpRequest request = (HttpRequest) oversized;
    DefaultFullHttpRequest failed =
        new DefaultFullHttpRequest(
            request.protocolVersion(),
            request.method(),
            request.uri(),
            Unpooled.EMPTY_BUFFER,
            request.headers().copy(),
            EmptyHttpHeaders.INSTANCE);
    failed.setDecoderResult(
        DecoderResult.failure(
            new TooLongHttpContentException("more than " + maxContentLength + " bytes")));
    context.fireChannelRead(failed);
  }
}
