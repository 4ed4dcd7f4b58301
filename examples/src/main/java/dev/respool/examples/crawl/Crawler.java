package dev.respool.examples.crawl;

import dev.respool.Generator;
import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;

/**
 * Follows the links of a web site. Start it with the address of a page, such as one of {@code
 * HttpFileServer}.
 */
public final class Crawler {
  private final Fetcher fetcher;

  /**
   * A crawler that has done nothing yet.
   *
   * @param limits of each crawl
   */
  public Crawler(CrawlLimits limits) {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(limits.patience())
            .build();
    fetcher = new Fetcher(client, limits);
  }

  /**
   * Prints the pages of a site as they arrive.
   *
   * @param args the address of the first page, and how many pages to ask for at most
   */
  public static void main(String[] args) {
    if (args.length < 1
        || args.length > 2
        || args.length == 2 && !args[1].matches("[1-9]\\d{0,6}")) {
      System.err.println("usage: Crawler ADDRESS [PAGES]");
      System.exit(2);
    }
    CrawlLimits limits = CrawlLimits.defaults();
    int pages = args.length == 2 ? Integer.parseInt(args[1]) : limits.pages();
    Crawler crawler =
        new Crawler(
            new CrawlLimits(
                pages, limits.depth(), limits.atOnce(), limits.pageBytes(), limits.patience()));
    try {
      Generator<Page> site = crawler.crawl(URI.create(args[0]));
      EventLoop.run(() -> print(site, System.out));
    } catch (IllegalArgumentException e) {
      System.err.println("Crawler: " + e.getMessage());
      System.exit(2);
    }
  }

  /**
   * The pages of a site, in the order in which they arrive. Iterate in a task of an event loop: the
   * task waits until a page is there, and other tasks run meanwhile. While you look at a page,
   * those that were asked for go on arriving, but no more are asked for. Close the iterator to end
   * early.
   *
   * @param start the first page
   * @return the pages; each iterator crawls anew
   * @throws IllegalArgumentException if the address is not one of HTTP
   */
  public Generator<Page> crawl(URI start) {
    if (start.getHost() == null || !String.valueOf(start.getScheme()).matches("(?i)https?")) {
      throw new IllegalArgumentException(
          "a crawl begins at an address such as http://localhost:8080/, not at " + start);
    }
    return Generator.of(pages -> new Crawl(fetcher).run(start, pages));
  }

  @Suspendable
  static void print(Iterable<Page> site, PrintStream out) {
    int loaded = 0;
    int failed = 0;
    for (Page page : site) {
      if (page instanceof Page.Failed failure) {
        failed++;
        out.println("FAILED " + page.uri() + ": " + failure.why());
      } else {
        loaded++;
        out.println("  ".repeat(page.depth()) + page.uri());
      }
    }
    out.println(loaded + " pages, and " + failed + " that cannot be had");
  }
}
