package dev.respool.examples.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** The responses that are not a file. */
final class Responses {
  private Responses() {}

  static FullHttpResponse badRequest(String why) {
    return message(HttpResponseStatus.BAD_REQUEST, why);
  }

  static FullHttpResponse notFound() {
    return message(HttpResponseStatus.NOT_FOUND, "there is no such file");
  }

  static FullHttpResponse methodNotAllowed() {
    FullHttpResponse response =
        message(HttpResponseStatus.METHOD_NOT_ALLOWED, "only GET and HEAD are served");
    response.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
    return response;
  }

  static FullHttpResponse moved(String location) {
    FullHttpResponse response = message(HttpResponseStatus.MOVED_PERMANENTLY, location);
    response.headers().set(HttpHeaderNames.LOCATION, location);
    return response;
  }

  static FullHttpResponse page(String html) {
    return text(HttpResponseStatus.OK, "text/html; charset=utf-8", html);
  }

  static FullHttpResponse notModified(FileVersion version) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_MODIFIED);
    setVersion(response.headers(), version);
    return response;
  }

  static FullHttpResponse noSuchRange(FileVersion version) {
    FullHttpResponse response =
        message(
            HttpResponseStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
            "the file has " + version.size() + " bytes");
    response.headers().set(HttpHeaderNames.CONTENT_RANGE, "bytes */" + version.size());
    return response;
  }

  static void setVersion(HttpHeaders headers, FileVersion version) {
    headers.set(HttpHeaderNames.ETAG, version.etag());
    headers.set(HttpHeaderNames.LAST_MODIFIED, version.lastModified());
  }

  private static FullHttpResponse message(HttpResponseStatus status, String message) {
    return text(status, "text/plain; charset=utf-8", status + ": " + message + "\n");
  }

  private static FullHttpResponse text(HttpResponseStatus status, String type, String text) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(text.getBytes(UTF_8)));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
    return response;
  }
}
