package dev.respool.examples.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request without its body.
 *
 * @param method in capitals, as sent
 * @param target as sent
 * @param keepAlive whether the client wants to send another request
 * @param hasBody whether bytes follow the head
 */
record HttpRequest(String method, String target, boolean keepAlive, boolean hasBody) {
  private static final Pattern START_LINE =
      Pattern.compile("(" + HttpHead.TOKEN + ") ([\\x21-\\x7e\\x80-\\xff]+) HTTP/1\\.([0-9])");

  static HttpRequest of(HttpHead head) throws BadMessageException {
    Matcher start = START_LINE.matcher(head.startLine());
    if (!start.matches()) {
      throw new BadMessageException("the first line is not a request of HTTP/1.0 or 1.1");
    }
    boolean oldVersion = start.group(3).equals("0");
    String host = head.header("host").orElse(null);
    if (host == null && !oldVersion || host != null && host.contains(",")) {
      throw new BadMessageException("there must be one Host header");
    }
    boolean keepAlive =
        oldVersion ? head.lists("connection", "keep-alive") : !head.lists("connection", "close");
    boolean hasBody =
        head.contentLength().orElse(0L) > 0 || head.header("transfer-encoding").isPresent();
    return new HttpRequest(start.group(1), start.group(2), keepAlive, hasBody);
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  /** The decoded path of the target, without the query; it begins with a slash. */
  String path() throws BadMessageException {
    String path = target.replaceFirst("^(?i:https?)://[^/?]*+", "").replaceFirst("\\?.*", "");
    if (path.isEmpty() && !target.startsWith("?")) {
      return "/";
    }
    if (!path.startsWith("/")) {
      throw new BadMessageException("the target is not a path: " + target);
    }
    return decode(path);
  }

  private static String decode(String path) throws BadMessageException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < path.length(); i++) {
      int code = path.charAt(i);
      if (code == '%') {
        code = hex(path, i + 1) << 4 | hex(path, i + 2);
        i += 2;
      }
      bytes.write(code);
    }
    try {
      ByteBuffer utf8 = ByteBuffer.wrap(bytes.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException e) {
      throw new BadMessageException("the path is not UTF-8: " + path);
    }
  }

  private static int hex(String path, int index) throws BadMessageException {
    int digit = index < path.length() ? Character.digit(path.charAt(index), 16) : -1;
    if (digit < 0) {
      throw new BadMessageException("a % in the path is not followed by two hex digits: " + path);
    }
    return digit;
  }
}
