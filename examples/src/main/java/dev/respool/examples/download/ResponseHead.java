package dev.respool.examples.download;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the head of a response says about the file.
 *
 * @param status the status code
 * @param headers the headers
 */
record ResponseHead(int status, HttpHeaders headers) {
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (?:([0-9]{1,18})-[0-9]{1,18}|\\*)/([0-9]{1,18})");

  /** The whole file follows. */
  boolean isWhole() {
    return status == 200;
  }

  /** The rest of the file follows, from a byte on. */
  boolean continuesAt(long position) {
    Matcher range = contentRange();
    return status == 206
        && range.matches()
        && range.group(1) != null
        && Long.parseLong(range.group(1)) == position;
  }

  /** There is nothing behind this byte: the file ends there. */
  boolean endsAt(long position) {
    Matcher range = contentRange();
    return status == 416 && range.matches() && Long.parseLong(range.group(2)) == position;
  }

  private Matcher contentRange() {
    return CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
  }

  /** How long the whole file is; negative if the server does not say. */
  long total() {
    Matcher range = contentRange();
    if (range.matches()) {
      return Long.parseLong(range.group(2));
    }
    OptionalLong length = headers.firstValueAsLong("Content-Length");
    return isWhole() ? length.orElse(-1) : -1;
  }

  /** What tells this version of the file from others (RFC 9110, 13.1.5); null if nothing does. */
  String version() {
    Optional<String> strong = headers.firstValue("ETag").filter(tag -> !tag.startsWith("W/"));
    return strong.or(() -> headers.firstValue("Last-Modified")).orElse(null);
  }

  /** Whether the server may answer differently later. */
  boolean isTransient() {
    return switch (status) {
      case 408, 425, 429, 500, 502, 503, 504 -> true;
      default -> false;
    };
  }
}
