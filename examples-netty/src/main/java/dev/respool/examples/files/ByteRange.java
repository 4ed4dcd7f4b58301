package dev.respool.examples.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bytes of a file a client wants (RFC 9110, 14). */
sealed interface ByteRange {
  /** All of them. */
  record Whole() implements ByteRange {}

  /**
   * A part; the first byte has the number 0.
   *
   * @param first of its bytes
   * @param last of its bytes, at least the first
   */
  record Part(long first, long last) implements ByteRange {
    long length() {
      return last - first + 1;
    }
  }

  /** Bytes that the file does not have. */
  record Unsatisfiable() implements ByteRange {}

  /** One range. Several ranges, and what cannot be read, are ignored, as the RFC allows. */
  Pattern RANGE = Pattern.compile("(?i)bytes=\\s*([0-9]*)-([0-9]*)\\s*");

  /**
   * Reads the header {@code Range}.
   *
   * @param header its value, or null
   * @param size of the file
   */
  static ByteRange of(String header, long size) {
    Matcher range = RANGE.matcher(header == null ? "" : header);
    if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
      return new Whole();
    }
    return range.group(1).isEmpty()
        ? suffix(number(range.group(2)), size)
        : part(number(range.group(1)), range.group(2), size);
  }

  private static ByteRange part(long first, String lastDigits, long size) {
    long last = lastDigits.isEmpty() ? Long.MAX_VALUE : number(lastDigits);
    if (last < first) {
      return new Whole();
    }
    return first < size ? new Part(first, Math.min(last, size - 1)) : new Unsatisfiable();
  }

  private static ByteRange suffix(long length, long size) {
    if (length == 0) {
      return new Unsatisfiable();
    }
    return length < size ? new Part(size - length, size - 1) : new Whole();
  }

  /** A number of any length; no file has more bytes than the largest. */
  private static long number(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
  }
}
