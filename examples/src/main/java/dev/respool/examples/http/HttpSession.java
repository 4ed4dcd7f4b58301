package dev.respool.examples.http;

import dev.respool.Suspendable;
import dev.respool.loop.AsyncFile;
import dev.respool.loop.Tasks;
import dev.respool.loop.TcpConnection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** One client's connection to the server: a request, its answer, the next request. */
final class HttpSession {
  private static final Duration LINGER = Duration.ofSeconds(2);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

  private final TcpConnection client;
  private final HttpInput input;
  private final StaticFiles files;
  private final PrintStream log;

  HttpSession(TcpConnection client, StaticFiles files, PrintStream log) {
    this.client = client;
    this.input = new HttpInput(client);
    this.files = files;
    this.log = log;
  }

  /**
   * Serves one request.
   *
   * @return whether there may be another one
   */
  @Suspendable
  boolean serveNext() throws IOException {
    try {
      Optional<HttpHead> head = input.readHead();
      return head.isPresent() && serve(HttpRequest.of(head.get()));
    } catch (BadMessageException e) {
      send("?", Answer.badRequest(e.getMessage()), false, false);
      linger();
      return false;
    }
  }

  @Suspendable
  private boolean serve(HttpRequest request) throws IOException {
    // a body is not read, so nobody knows where the next request would begin
    boolean more = request.keepAlive() && !request.hasBody();
    send(request.method() + " " + request.target(), files.answer(request), request.isHead(), more);
    if (request.hasBody()) {
      linger();
    }
    return more;
  }

  @Suspendable
  private void send(String request, Answer answer, boolean headOnly, boolean more)
      throws IOException {
    if (answer instanceof Answer.Text text) {
      byte[] body = text.body();
      ByteBuffer head = head(request, text.status(), text.header(), text.type(), body.length, more);
      client.write(head, ByteBuffer.wrap(body, 0, headOnly ? 0 : body.length));
    } else if (answer instanceof Answer.File file) {
      sendFile(request, file, headOnly, more);
    }
  }

  @Suspendable
  private void sendFile(String request, Answer.File found, boolean headOnly, boolean more)
      throws IOException {
    AsyncFile file;
    try {
      file = AsyncFile.open(found.path());
    } catch (IOException e) { // it may not be read, or is gone meanwhile
      send(request, Answer.notFound(), headOnly, more);
      return;
    }
    try (file) {
      long size = file.size();
      client.write(head(request, "200 OK", "", found.type(), size, more));
      if (!headOnly && file.transferTo(0, size, client) < size) {
        throw new IOException(file + " shrank while it was sent");
      }
    }
  }

  private ByteBuffer head(
      String request, String status, String header, String type, long length, boolean more) {
    log.println(request + " " + status + " " + length);
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
    head.append("Date: ").append(DATE.format(ZonedDateTime.now(ZoneOffset.UTC))).append("\r\n");
    head.append("Content-Type: ").append(type).append("\r\n");
    head.append("Content-Length: ").append(length).append("\r\n");
    if (!header.isEmpty()) {
      head.append(header).append("\r\n");
    }
    head.append("Connection: ").append(more ? "keep-alive" : "close").append("\r\n\r\n");
    return StandardCharsets.ISO_8859_1.encode(head.toString());
  }

  /**
   * Reads on for a moment before the connection is closed: closing with unread bytes would reset
   * it, and the client would not see the answer (RFC 9112, 9.6).
   */
  @Suspendable
  private void linger() throws IOException {
    client.shutdownOutput();
    try {
      Tasks.withTimeout(LINGER, this::readToEnd);
    } catch (TimeoutException e) {
      // the client goes on sending: it had its chance
    }
  }

  @Suspendable
  private Void readToEnd() throws IOException {
    while (input.readSome(Long.MAX_VALUE).isPresent()) {
      // dropped
    }
    return null;
  }
}
