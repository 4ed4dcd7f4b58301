/**
 * A web crawler as an asynchronous generator: {@link dev.respool.examples.crawl.Crawler#crawl}
 * gives the pages in a for-each loop, in the order in which they arrive, while several fetches are
 * in progress.
 *
 * <p>In comes a URI, out come {@link dev.respool.examples.crawl.Page}s; a page that cannot be had
 * is one, too. Not here: {@code robots.txt}, cookies, scripts, other hosts.
 */
package dev.respool.examples.crawl;
