package dev.respool.benchmarks.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What the servers say, and where a request without a body ends. */
final class Hello {
  static final String TEXT = "Hello, World!";

  /** Room for one request. */
  static final int LARGEST_REQUEST = 1024;

  private static final String END_OF_HEAD = "\r\n\r\n";

  private Hello() {}

  /** A whole response of HTTP/1.1, which the caller may keep but not change. */
  static byte[] response() {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: ";
    return (head + TEXT.length() + END_OF_HEAD + TEXT).getBytes(US_ASCII);
  }

  /** Whether the first bytes of the buffer are a whole request. */
  static boolean isWhole(byte[] buffer, int length) {
    if (length < END_OF_HEAD.length()) {
      return false;
    }
    for (int i = 0; i < END_OF_HEAD.length(); i++) {
      if (buffer[length - END_OF_HEAD.length() + i] != END_OF_HEAD.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
