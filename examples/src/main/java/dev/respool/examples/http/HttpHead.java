package dev.respool.examples.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The head of a request or response.
 *
 * @param startLine the first line
 * @param headers values by the name in lower case; those of a repeated name are joined by commas
 */
record HttpHead(String startLine, Map<String, String> headers) {
  /** A name, RFC 9110, 5.6.2. */
  static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";

  private static final Pattern HEADER =
      Pattern.compile("(" + TOKEN + "):[ \\t]*([\\t\\x20-\\x7e\\x80-\\xff]*)");

  /** Parses lines that end in CR LF. */
  static HttpHead parse(String text) throws BadMessageException {
    String[] lines = text.split("\r\n");
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      Matcher header = HEADER.matcher(lines[i]);
      if (!header.matches()) {
        throw new BadMessageException("line " + (i + 1) + " of the head is not a header");
      }
      String name = header.group(1).toLowerCase(Locale.ROOT);
      headers.merge(name, header.group(2).strip(), (first, next) -> first + ", " + next);
    }
    return new HttpHead(lines[0], headers);
  }

  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  /** Whether a header with a list of words contains one, whatever its case. */
  boolean lists(String lowerCaseName, String word) {
    return header(lowerCaseName).stream()
        .flatMap(list -> Stream.of(list.split(",")))
        .anyMatch(found -> found.strip().equalsIgnoreCase(word));
  }

  /**
   * How many bytes follow the head.
   *
   * @return empty if the head does not say
   */
  Optional<Long> contentLength() throws BadMessageException {
    Optional<String> length = header("content-length");
    if (length.isEmpty()) {
      return Optional.empty();
    }
    if (!length.get().matches("[0-9]{1,18}")) {
      throw new BadMessageException("Content-Length is not a number: " + length.get());
    }
    return Optional.of(Long.parseLong(length.get()));
  }
}
