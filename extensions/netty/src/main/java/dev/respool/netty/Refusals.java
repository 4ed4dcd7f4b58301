package dev.respool.netty;

import static io.netty.handler.codec.http.HttpResponseStatus.BAD_REQUEST;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_TIMEOUT;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_URI_TOO_LONG;

import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpContentException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/** What a client is told whose request could not be decoded, or did not come in time. */
final class Refusals {
  private Refusals() {}

  static HttpResponseStatus of(Throwable cause) {
    if (cause instanceof TooLongHttpContentException) {
      return REQUEST_ENTITY_TOO_LARGE;
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return REQUEST_HEADER_FIELDS_TOO_LARGE;
    }
    if (cause instanceof SlowContentException) {
      return REQUEST_TIMEOUT;
    }
    return cause instanceof TooLongHttpLineException ? REQUEST_URI_TOO_LONG : BAD_REQUEST;
  }

  /** A response without content. */
  static FullHttpResponse empty(HttpResponseStatus status) {
    return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
  }
}
