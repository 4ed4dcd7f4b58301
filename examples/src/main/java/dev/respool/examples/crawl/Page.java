package dev.respool.examples.crawl;

import java.net.URI;
import java.util.List;

/** What has become of a link. */
public sealed interface Page {
  /**
   * Where the link leads.
   *
   * @return the address
   */
  URI uri();

  /**
   * How many links lead here.
   *
   * @return 0 for the first page
   */
  int depth();

  /**
   * A page that has arrived.
   *
   * @param uri its address
   * @param depth how many links lead here
   * @param text what it contains; empty if it is no HTML
   * @param links where it leads, without what is on other hosts
   */
  record Loaded(URI uri, int depth, String text, List<URI> links) implements Page {}

  /**
   * An address that leads on to another one.
   *
   * @param uri the address
   * @param depth how many links lead here
   * @param target where it leads
   */
  record Moved(URI uri, int depth, URI target) implements Page {}

  /**
   * A page that cannot be had.
   *
   * @param uri its address
   * @param depth how many links lead here
   * @param why what went wrong
   */
  record Failed(URI uri, int depth, String why) implements Page {}
}
