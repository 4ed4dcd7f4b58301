package dev.respool.examples.crawl;

import java.time.Duration;

/**
 * How far a crawl goes.
 *
 * @param pages how many it asks for
 * @param depth how many links lead to the last page; the first one has depth 0
 * @param atOnce how many it asks for at the same time
 * @param pageBytes how large a page may be
 * @param patience how long a page may take
 */
public record CrawlLimits(int pages, int depth, int atOnce, int pageBytes, Duration patience) {
  /**
   * Checks the numbers.
   *
   * @param pages at least 1
   * @param depth 0 or more
   * @param atOnce at least 1
   * @param pageBytes at least 1
   * @param patience longer than nothing
   */
  public CrawlLimits {
    if (pages < 1 || depth < 0 || atOnce < 1 || pageBytes < 1 || patience.toNanos() <= 0) {
      throw new IllegalArgumentException(
          "a crawl needs a page, a fetch at a time, a byte and some time: "
              + "give at least 1, and a depth of 0 or more");
    }
  }

  /**
   * Limits for a small site.
   *
   * @return the limits
   */
  public static CrawlLimits defaults() {
    return new CrawlLimits(100, 5, 8, 2_000_000, Duration.ofSeconds(20));
  }
}
