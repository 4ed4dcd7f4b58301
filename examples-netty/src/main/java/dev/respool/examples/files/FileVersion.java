package dev.respool.examples.files;

import io.netty.handler.codec.DateFormatter;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Date;

/**
 * Which contents a file has: a change of it changes its size or its time.
 *
 * @param size in bytes
 * @param modified when the file was changed
 */
record FileVersion(long size, Instant modified) {
  static FileVersion of(BasicFileAttributes attributes) {
    return new FileVersion(attributes.size(), attributes.lastModifiedTime().toInstant());
  }

  /** A strong validator (RFC 9110, 8.8.3), in its quotes. */
  String etag() {
    long second = modified.getEpochSecond();
    return String.format("\"%x-%x-%x\"", size, second, modified.getNano());
  }

  /** The time as a header has it, without fractions of a second. */
  String lastModified() {
    return DateFormatter.format(Date.from(modified));
  }

  /** Whether the file was not changed after a time that is given in seconds. */
  boolean isNotNewerThan(Date date) {
    return modified.getEpochSecond() <= Math.floorDiv(date.getTime(), 1000L);
  }
}
