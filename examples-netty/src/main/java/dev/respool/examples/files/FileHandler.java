package dev.respool.examples.files;

import static io.netty.handler.codec.http.HttpHeaderNames.ACCEPT_RANGES;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_RANGE;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static io.netty.handler.codec.http.HttpHeaderNames.DATE;
import static io.netty.handler.codec.http.HttpHeaderNames.HOST;
import static io.netty.handler.codec.http.HttpHeaderNames.RANGE;

import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import dev.respool.netty.HttpHandler;
import dev.respool.netty.StreamedHttpResponse;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Date;

/** Answers each request with a file, or says why not. */
final class FileHandler implements HttpHandler {
  private final ServedDirectory directory;
  private final PrintStream log;

  /**
   * A handler for any number of connections.
   *
   * @param directory the files
   * @param log gets a line for each request
   */
  FileHandler(ServedDirectory directory, PrintStream log) {
    this.directory = directory;
    this.log = log;
  }

  @Override
  public HttpResponse handle(FullHttpRequest request) {
    HttpResponse response = respond(request);
    response.headers().set(DATE, DateFormatter.format(new Date()));
    response.headers().set("x-content-type-options", "nosniff");
    log.println(request.method() + " " + printable(request.uri()) + " " + response.status());
    return response;
  }

  /** A client chooses the text: it must not control the terminal. */
  private static String printable(String target) {
    return target.replaceAll("[^\\x21-\\x7e]", "?");
  }

  @Suspendable
  private HttpResponse respond(FullHttpRequest request) {
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      return Responses.methodNotAllowed();
    }
    if (!namesOneHost(request)) {
      return Responses.badRequest("a request has one Host header");
    }
    String path;
    try {
      path = RequestTarget.path(request.uri());
    } catch (IllegalArgumentException e) {
      return Responses.badRequest(e.getMessage());
    }
    return respond(request, Tasks.blocking(() -> directory.find(path)));
  }

  /** RFC 9112, 3.2: HTTP/1.1 wants exactly one, HTTP/1.0 does not know it. */
  private static boolean namesOneHost(FullHttpRequest request) {
    int hosts = request.headers().getAll(HOST).size();
    return hosts == 1 || hosts == 0 && !request.protocolVersion().isKeepAliveDefault();
  }

  @Suspendable
  private static HttpResponse respond(FullHttpRequest request, Found found) {
    if (found instanceof Found.File file) {
      return file(request, file);
    }
    if (found instanceof Found.Moved moved) {
      return Responses.moved(moved.location());
    }
    return found instanceof Found.Listing listing
        ? Responses.page(listing.html())
        : Responses.notFound();
  }

  @Suspendable
  private static HttpResponse file(FullHttpRequest request, Found.File file) {
    FileVersion version = file.version();
    if (Conditions.clientHas(version, request.headers())) {
      return Responses.notModified(version);
    }
    ByteRange range = range(request, version);
    if (range instanceof ByteRange.Unsatisfiable) {
      return Responses.noSuchRange(version);
    }
    try {
      return range instanceof ByteRange.Part part
          ? part(file, part)
          : content(file, HttpResponseStatus.OK, 0, version.size());
    } catch (IOException e) { // the server may not read it, or it is gone meanwhile
      return Responses.notFound();
    }
  }

  /** Ranges are for GET only (RFC 9110, 14.2). */
  private static ByteRange range(FullHttpRequest request, FileVersion version) {
    HttpHeaders headers = request.headers();
    boolean counts =
        request.method().equals(HttpMethod.GET) && Conditions.partFits(version, headers);
    return counts ? ByteRange.of(headers.get(RANGE), version.size()) : new ByteRange.Whole();
  }

  @Suspendable
  private static HttpResponse part(Found.File file, ByteRange.Part part) throws IOException {
    HttpResponse response =
        content(file, HttpResponseStatus.PARTIAL_CONTENT, part.first(), part.length());
    String range = part.first() + "-" + part.last() + "/" + file.version().size();
    response.headers().set(CONTENT_RANGE, "bytes " + range);
    return response;
  }

  @Suspendable
  private static HttpResponse content(
      Found.File file, HttpResponseStatus status, long first, long length) throws IOException {
    FileContent content = FileContent.open(file.path(), first, length);
    HttpResponse response = new StreamedHttpResponse(status, content);
    HttpHeaders headers = response.headers();
    headers.set(CONTENT_TYPE, MediaTypes.of(file.path()));
    headers.set(CONTENT_LENGTH, length);
    headers.set(ACCEPT_RANGES, "bytes");
    Responses.setVersion(headers, file.version());
    return response;
  }
}
