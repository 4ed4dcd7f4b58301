package dev.respool.examples.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a request is answered with. */
sealed interface Answer {
  /**
   * The contents of a file; its size is asked for when it is open.
   *
   * @param path an existing file
   * @param type its media type
   */
  record File(Path path, String type) implements Answer {}

  /**
   * A short text.
   *
   * @param status code and reason
   * @param header one more header line, or empty
   * @param type its media type
   * @param body the text
   */
  record Text(String status, String header, String type, byte[] body) implements Answer {}

  static Answer page(String html) {
    return text("200 OK", "", "text/html; charset=utf-8", html);
  }

  static Answer redirect(String location) {
    return message("301 Moved Permanently", "Location: " + location, location);
  }

  static Answer badRequest(String why) {
    return message("400 Bad Request", "", why);
  }

  static Answer notFound() {
    return message("404 Not Found", "", "there is no such file");
  }

  static Answer methodNotAllowed() {
    return message("405 Method Not Allowed", "Allow: GET, HEAD", "only GET and HEAD are served");
  }

  private static Answer message(String status, String header, String message) {
    return text(status, header, "text/plain; charset=utf-8", status + ": " + message + "\n");
  }

  private static Answer text(String status, String header, String type, String body) {
    return new Text(status, header, type, body.getBytes(StandardCharsets.UTF_8));
  }
}
