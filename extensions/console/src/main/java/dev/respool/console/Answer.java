package dev.respool.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/** Sends an answer as a whole. */
final class Answer {
  private Answer() {}

  /** A sentence for people. */
  static void text(HttpExchange exchange, int status, String text) throws IOException {
    bytes(exchange, status, "text/plain; charset=utf-8", text.getBytes(UTF_8));
  }

  /** JSON that is already written. */
  static void json(HttpExchange exchange, String json) throws IOException {
    bytes(exchange, 200, "application/json", json.getBytes(UTF_8));
  }

  static void bytes(HttpExchange exchange, int status, String type, byte[] content)
      throws IOException {
    exchange.getRequestBody().close();
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, isHead || content.length == 0 ? -1 : content.length);
    try (OutputStream body = exchange.getResponseBody()) {
      if (!isHead && content.length > 0) {
        body.write(content);
      }
    }
  }
}
