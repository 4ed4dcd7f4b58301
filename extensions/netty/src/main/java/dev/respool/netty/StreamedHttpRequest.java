package dev.respool.netty;

import dev.respool.Suspendable;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.io.IOException;

/** A request whose content is read while it arrives, so that it is never in memory as a whole. */
public final class StreamedHttpRequest extends DefaultHttpRequest {
  private final ContentReader content;

  StreamedHttpRequest(HttpRequest head, ContentReader content) {
    super(head.protocolVersion(), head.method(), head.uri(), head.headers());
    this.content = content;
  }

  /**
   * The content.
   *
   * @return always the same reader; it is empty for a request without content
   */
  public ContentReader content() {
    return content;
  }

  /**
   * Reads the rest of the content into memory, for a handler that wants some of its requests as a
   * whole.
   *
   * @param maxLength how many bytes it may have, instead of the limit that holds otherwise
   * @return the request with its content; the server releases it when it has been answered
   * @throws ContentException as {@link ContentReader#read()}
   * @throws IOException as {@link ContentReader#read()}
   */
  @Suspendable
  public FullHttpRequest whole(int maxLength) throws IOException {
    content.limit(maxLength);
    ByteBuf all = content.readAll();
    FullHttpRequest whole =
        new DefaultFullHttpRequest(
            protocolVersion(), method(), uri(), all, headers().copy(), content.trailers());
    HttpUtil.setTransferEncodingChunked(whole, false);
    HttpUtil.setContentLength(whole, all.readableBytes());
    return whole;
  }
}
