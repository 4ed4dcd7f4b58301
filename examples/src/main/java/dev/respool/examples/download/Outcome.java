package dev.respool.examples.download;

import java.net.URI;
import java.nio.file.Path;

/** What has become of a download. */
public sealed interface Outcome {
  /**
   * The file is there and as long as the server said.
   *
   * @param uri where it is from
   * @param file where it is
   * @param bytes how long it is
   * @param attempts how often the server was asked
   */
  record Done(URI uri, Path file, long bytes, int attempts) implements Outcome {}

  /**
   * The file could not be had. What has come of it is kept for another try.
   *
   * @param uri where it should be
   * @param why what went wrong in the last attempt
   * @param attempts how often the server was asked
   */
  record Failed(URI uri, String why, int attempts) implements Outcome {}
}
