package dev.respool.examples.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

/** Makes requests that are damaged at random; the same seed gives the same one. */
final class MalformedRequest {
  private static final String HEADERS = "Host: localhost\r\nConnection: close\r\n";

  private static final List<String> WELL_FORMED =
      List.of(
          "GET /digits.txt HTTP/1.1\r\n" + HEADERS + "\r\n",
          "GET /digits.txt HTTP/1.1\r\n" + HEADERS + "Range: bytes=1-5\r\n\r\n",
          "GET /large.bin HTTP/1.1\r\n" + HEADERS + "Range: bytes=-70000\r\n\r\n",
          "GET /digits.txt HTTP/1.1\r\n" + HEADERS + "If-None-Match: \"a\", W/\"b\"\r\n\r\n",
          "GET /digits.txt HTTP/1.1\r\n"
              + HEADERS
              + "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
              + "If-Range: \"a\"\r\nRange: bytes=0-\r\n\r\n",
          "GET /digits.txt HTTP/1.1\r\n"
              + HEADERS
              + "If-Modified-Since: "
              + "9".repeat(80)
              + "\r\n\r\n",
          "HEAD /site/ HTTP/1.1\r\n" + HEADERS + "\r\n",
          "GET http://localhost/site HTTP/1.1\r\n" + HEADERS + "\r\n",
          "GET /up/../secret.txt HTTP/1.1\r\n" + HEADERS + "\r\n",
          "GET /digits.txt HTTP/1.0\r\n\r\n",
          "POST /digits.txt HTTP/1.1\r\n" + HEADERS + "Content-Length: 3\r\n\r\nabc",
          "POST / HTTP/1.1\r\n"
              + HEADERS
              + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
          "GET /empty.bin HTTP/1.1\r\nHost: a\r\n\r\nGET /digits.txt HTTP/1.1\r\n"
              + HEADERS
              + "\r\n");

  /** Ways out of the directory. */
  private static final List<String> PATHS =
      List.of(
          "/link.txt",
          "/up/secret.txt",
          "/../secret.txt",
          "/%2e%2e/secret.txt",
          "/..%2fsecret.txt",
          "/site/../../secret.txt",
          "//up/secret.txt",
          "/up/public/../secret.txt");

  /** What parsers stumble over. */
  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "\n",
          "\r",
          "\0",
          " ",
          "\t",
          ":",
          "%",
          "%zz",
          "%00",
          "%2e%2e%2f",
          "../",
          "..\\",
          "\u00ff\u00fe",
          "?",
          "#",
          "*",
          "HTTP/9.9",
          "HTTP/1.",
          "Host: b\r\n",
          "Content-Length: 99999999999999999999\r\n",
          "Content-Length: -1\r\n",
          "Content-Length: 5\r\n",
          "Transfer-Encoding: chunked\r\n",
          "Expect: 100-continue\r\n",
          "Transfer-Encoding: chunked, identity\r\n",
          "Connection: upgrade\r\nUpgrade: h2c\r\n",
          "Range: bytes=-9223372036854775808\r\n",
          "Range: bytes=0-0,2-2\r\n",
          "Range: bytes=\r\n",
          "If-Modified-Since: 99999999999999999999\r\n",
          "If-None-Match: ,,\"\r\n",
          " folded\r\n",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "x".repeat(9_000));

  private final Random random;
  private String request;

  private MalformedRequest(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L); // neighbours begin alike otherwise
    request = any(WELL_FORMED);
  }

  static byte[] of(long seed) {
    MalformedRequest made = new MalformedRequest(seed);
    int damages = made.random.nextInt(5); // none, now and then
    for (int i = 0; i < damages; i++) {
      made.damage();
    }
    return made.request.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void damage() {
    int from = random.nextInt(request.length() + 1);
    int to = Math.min(request.length(), from + random.nextInt(12));
    String before = request.substring(0, from);
    String span = request.substring(from, to);
    String behind = request.substring(to);
    request =
        switch (random.nextInt(7)) {
          case 0 -> before + behind;
          case 1 -> before + span + span + behind;
          case 2 -> before + (char) random.nextInt(256) + behind;
          case 3 -> before + any(PIECES) + span + behind;
          case 4 -> request.replaceFirst("/[^ ]*", Matcher.quoteReplacement(any(PATHS)));
          case 5 -> afterFirstLine(any(PIECES));
          default -> random.nextInt(4) == 0 ? before : span + before + behind;
        };
  }

  /** Where a header can stand. */
  private String afterFirstLine(String piece) {
    int line = request.indexOf("\r\n");
    return line < 0
        ? request + piece
        : request.substring(0, line + 2) + piece + request.substring(line + 2);
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
