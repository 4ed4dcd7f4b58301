package dev.respool.examples.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What the first line of a request names (RFC 9112, 3.2). */
final class RequestTarget {
  private RequestTarget() {}

  /**
   * The path of a target, without its query.
   *
   * @param target as sent: {@code /a%20b?c}, or with the scheme and host before it
   * @return the decoded path, which begins with a slash
   * @throws IllegalArgumentException if it is not a path, with a message for the client
   */
  static String path(String target) {
    String path = target.replaceFirst("^(?i:https?)://[^/?]*+", "").replaceFirst("(?s)\\?.*", "");
    if (path.isEmpty() && !target.startsWith("?") && !target.isEmpty()) {
      return "/";
    }
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("the target of the request is not a path");
    }
    return decode(path);
  }

  private static String decode(String path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < path.length(); i++) {
      int code = path.charAt(i);
      if (code == '%') {
        code = hex(path, i + 1) << 4 | hex(path, i + 2);
        i += 2;
      }
      if (code == 0 || code > 0xff) {
        throw new IllegalArgumentException("the path has a character that no path may have");
      }
      bytes.write(code);
    }
    return utf8(bytes.toByteArray());
  }

  private static int hex(String path, int index) {
    int digit = index < path.length() ? Character.digit(path.charAt(index), 16) : -1;
    if (digit < 0) {
      throw new IllegalArgumentException("a % in the path is not followed by two hex digits");
    }
    return digit;
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the path is not UTF-8", e);
    }
  }
}
