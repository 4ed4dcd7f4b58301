package dev.respool.examples.files;

import java.nio.file.Path;

/** What lies in a directory under a path. */
sealed interface Found {
  /**
   * A file that may be sent.
   *
   * @param path without symbolic links
   * @param version of it
   */
  record File(Path path, FileVersion version) implements Found {}

  /**
   * A directory whose path lacks its slash at the end.
   *
   * @param location where it is, percent-encoded
   */
  record Moved(String location) implements Found {}

  /**
   * A directory without index page, whose files may be shown.
   *
   * @param html a page that shows them
   */
  record Listing(String html) implements Found {}

  /** Nothing that the server would show. */
  record Nothing() implements Found {}
}
