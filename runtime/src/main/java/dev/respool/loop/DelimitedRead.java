package dev.respool.loop;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/** Reads up to a delimiter. */
final class DelimitedRead extends MessageRead {
  private static final byte[] LINE_FEED = {'\n'};

  private final byte[] delimiter;
  private final int limit;
  private final Charset charset; // null unless it is a line
  private int scanned;
  private byte[] message; // null until there is one, and at the end of the stream

  private DelimitedRead(MessageSource source, byte[] delimiter, int limit, Charset charset) {
    super(source);
    this.delimiter = delimiter;
    this.limit = limit;
    this.charset = charset;
  }

  static DelimitedRead until(MessageSource source, byte[] delimiter, int limit) {
    if (delimiter.length == 0) {
      throw new IllegalArgumentException("the delimiter is empty");
    }
    return new DelimitedRead(source, delimiter.clone(), requireLimit(limit), null);
  }

  /** A line ends in LF or CR LF. */
  static DelimitedRead line(MessageSource source, int limit, Charset charset) {
    return new DelimitedRead(source, LINE_FEED, requireLimit(limit), charset);
  }

  private static int requireLimit(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("the limit is negative: " + limit);
    }
    return limit;
  }

  @Override
  boolean take() throws IOException {
    int end = input().indexOf(delimiter, scanned);
    if (end < 0) {
      scanned = Math.max(0, input().size() - delimiter.length + 1);
      requireAtMost(charset == null ? scanned : scanned - 1); // the last may be a CR
      return false;
    }
    int length = charset != null && end > 0 && input().at(end - 1) == '\r' ? end - 1 : end;
    requireAtMost(length);
    message = input().take(length);
    input().skip(end - length + delimiter.length);
    return true;
  }

  private void requireAtMost(int length) throws IOException {
    if (length > limit) {
      throw new LimitExceededException(
          source().name() + " sent more than the " + limit + " bytes allowed before " + awaited());
    }
  }

  private String awaited() {
    return charset == null ? "the delimiter" : "the end of the line";
  }

  @Override
  long arrived() {
    return input().size();
  }

  @Override
  void end() throws IOException {
    if (input().size() > 0) {
      throw new EOFException(
          source().name() + " ended after " + input().size() + " bytes, before " + awaited());
    }
  }

  @Override
  Object result() throws IOException {
    if (message == null || charset == null) {
      return message;
    }
    return charset.newDecoder().decode(ByteBuffer.wrap(message)).toString();
  }
}
