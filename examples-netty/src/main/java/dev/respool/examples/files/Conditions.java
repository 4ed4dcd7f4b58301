package dev.respool.examples.files;

import static io.netty.handler.codec.http.HttpHeaderNames.IF_MODIFIED_SINCE;
import static io.netty.handler.codec.http.HttpHeaderNames.IF_NONE_MATCH;
import static io.netty.handler.codec.http.HttpHeaderNames.IF_RANGE;

import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/** What a client knows of a file already (RFC 9110, 13). */
final class Conditions {
  private Conditions() {}

  /**
   * Whether the client has the file: the answer is status 304.
   *
   * @param headers of the request; {@code If-Modified-Since} counts only without {@code
   *     If-None-Match}
   * @param version of the file
   */
  static boolean clientHas(FileVersion version, HttpHeaders headers) {
    List<String> known = headers.getAll(IF_NONE_MATCH);
    if (!known.isEmpty()) {
      return known.stream()
          .flatMap(list -> Stream.of(list.split(",")))
          .map(tag -> tag.strip().replaceFirst("^W/", ""))
          .anyMatch(tag -> tag.equals("*") || tag.equals(version.etag()));
    }
    Date since = date(headers.get(IF_MODIFIED_SINCE));
    return since != null && version.isNotNewerThan(since);
  }

  /**
   * Whether a part of the file fits to what the client has of it. If it does not, the client gets
   * the whole.
   */
  static boolean partFits(FileVersion version, HttpHeaders headers) {
    String required = headers.get(IF_RANGE);
    return required == null
        || required.equals(version.etag())
        || required.equals(version.lastModified());
  }

  /** Null if there is no date that can be read: then the header is ignored. */
  private static Date date(String header) {
    try {
      return header == null ? null : DateFormatter.parseHttpDate(header);
    } catch (IllegalArgumentException e) { // much too long for a date
      return null;
    }
  }
}
