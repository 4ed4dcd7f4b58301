package dev.respool.examples.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.CloseableIterator;
import dev.respool.Suspendable;
import dev.respool.examples.Output;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrawlerTest {
  private static final CrawlLimits LIMITS =
      new CrawlLimits(100, 10, 3, 10_000, Duration.ofSeconds(30));

  private Site site;

  @BeforeEach
  void start() throws Exception {
    site = new Site();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private List<Page> crawl(CrawlLimits limits) {
    return EventLoop.run(() -> all(new Crawler(limits), site.uri("/")));
  }

  @Suspendable
  private static List<Page> all(Crawler crawler, URI start) {
    List<Page> pages = new ArrayList<>();
    for (Page page : crawler.crawl(start)) {
      pages.add(page);
    }
    return pages;
  }

  private static Set<String> paths(List<Page> pages) {
    Set<String> paths = new HashSet<>();
    pages.forEach(page -> assertTrue(paths.add(page.uri().getPath()), page + " came twice"));
    return paths;
  }

  @Test
  void all_pages_of_the_host_come_once_and_no_other_host_is_asked() {
    site.page("/", "a", "b", "http://example.invalid/", "/");
    site.page("/a", "/b", "/c#part");
    site.page("/b", "/a");
    site.page("/c");
    assertEquals(Set.of("/", "/a", "/b", "/c"), paths(crawl(LIMITS)));
    assertEquals(4, site.asked().size(), site.asked().toString());
  }

  @Test
  void pages_come_as_they_arrive_and_the_loop_may_wait_between_them() {
    CountDownLatch fastIsHere = new CountDownLatch(1);
    site.page("/", "/slow", "/fast");
    site.answer(
        "/slow",
        exchange -> {
          assertTrue(fastIsHere.await(30, TimeUnit.SECONDS));
          Site.send(exchange, Site.html("/last"));
        });
    site.page("/fast");
    site.page("/last");
    List<String> order =
        EventLoop.run(
            () -> {
              List<String> paths = new ArrayList<>();
              for (Page page : new Crawler(LIMITS).crawl(site.uri("/"))) {
                paths.add(page.uri().getPath());
                Tasks.sleep(Duration.ofMillis(1));
                if (paths.contains("/fast")) {
                  fastIsHere.countDown();
                }
              }
              return paths;
            });
    assertEquals(List.of("/", "/fast", "/slow", "/last"), order);
  }

  @Test
  void as_many_fetches_run_at_once_as_the_limit_says() {
    CyclicBarrier three = new CyclicBarrier(3);
    String[] paths = {"/1", "/2", "/3", "/4", "/5", "/6"};
    site.page("/", paths);
    for (String path : paths) {
      site.answer(
          path,
          exchange -> {
            three.await(30, TimeUnit.SECONDS); // none is answered before three have been asked for
            Site.send(exchange, Site.html());
          });
    }
    List<Page> pages = crawl(LIMITS);
    assertEquals(7, pages.size());
    pages.forEach(page -> assertInstanceOf(Page.Loaded.class, page));
  }

  @Test
  void no_link_is_followed_further_than_the_depth() {
    site.page("/", "/1");
    site.page("/1", "/2");
    site.page("/2", "/3");
    CrawlLimits limits = new CrawlLimits(100, 2, 3, 10_000, Duration.ofSeconds(30));
    List<Page> pages = crawl(limits);
    assertEquals(Set.of("/", "/1", "/2"), paths(pages));
    pages.forEach(page -> assertTrue(page.depth() <= 2, page.toString()));
    assertEquals(3, site.asked().size());
  }

  @Test
  void no_more_pages_are_asked_for_than_the_limit() {
    String[] links = new String[50];
    for (int i = 0; i < links.length; i++) {
      links[i] = "/" + i;
      site.page("/" + i, "/0");
    }
    site.page("/", links);
    CrawlLimits limits = new CrawlLimits(10, 5, 3, 10_000, Duration.ofSeconds(30));
    assertEquals(10, crawl(limits).size());
    assertEquals(10, site.asked().size());
  }

  @Test
  void what_cannot_be_had_is_a_value() {
    site.page("/", "/missing", "/broken", "/large", "/away", "/moved", "/picture");
    site.answer("/broken", exchange -> {}); // closes without an answer
    site.answer("/large", exchange -> Site.send(exchange, "x".repeat(100_000)));
    site.moved("/away", "http://example.invalid/");
    site.moved("/moved", "/target");
    site.page("/target");
    site.answer("/picture", exchange -> exchange.sendResponseHeaders(200, -1));
    TreeMap<String, String> outcome = new TreeMap<>();
    for (Page page : crawl(LIMITS)) {
      String what =
          page instanceof Page.Failed failed ? failed.why() : page.getClass().getSimpleName();
      outcome.put(page.uri().getPath(), what);
    }
    assertTrue(outcome.remove("/broken").contains("Exception"), outcome.toString());
    assertEquals(
        "java.io.IOException: the page has more than 10000 bytes", outcome.remove("/large"));
    assertEquals("leads to another host: http://example.invalid/", outcome.remove("/away"));
    assertEquals("status 404", outcome.remove("/missing"));
    assertEquals("{/=Loaded, /moved=Moved, /picture=Loaded, /target=Loaded}", outcome.toString());
  }

  @Test
  void a_server_that_is_not_there_is_a_value() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }
    URI nobody = URI.create("http://localhost:" + port + "/");
    List<Page> pages = EventLoop.run(() -> all(new Crawler(LIMITS), nobody));
    assertEquals(1, pages.size());
    assertInstanceOf(Page.Failed.class, pages.get(0));
  }

  @Test
  void a_page_that_does_not_come_is_given_up() {
    CountDownLatch never = new CountDownLatch(1);
    site.page("/", "/never", "/fast");
    site.answer("/never", exchange -> never.await());
    site.page("/fast");
    CrawlLimits limits = new CrawlLimits(100, 5, 3, 10_000, Duration.ofSeconds(4));
    List<Page> pages = crawl(limits);
    assertEquals(Set.of("/", "/never", "/fast"), paths(pages));
    Page last = pages.get(2);
    assertEquals("took longer than 4 s", assertInstanceOf(Page.Failed.class, last).why());
  }

  @Test
  void closing_the_iterator_ends_the_fetches_in_progress() {
    CountDownLatch never = new CountDownLatch(1);
    site.page("/", "/never");
    site.answer("/never", exchange -> never.await());
    Crawler crawler = new Crawler(LIMITS);
    URI first =
        EventLoop.run( // which returns when all tasks have ended
            () -> {
              try (CloseableIterator<Page> pages = crawler.crawl(site.uri("/")).iterator()) {
                return pages.next().uri();
              }
            });
    assertEquals(site.uri("/"), first);
  }

  @Test
  void the_program_prints_the_pages_and_their_number() {
    site.page("/", "/missing");
    Output out = new Output();
    EventLoop.run(() -> Crawler.print(new Crawler(LIMITS).crawl(site.uri("/")), out.stream()));
    assertEquals(
        List.of(
            site.uri("/").toString(),
            "FAILED " + site.uri("/missing") + ": status 404",
            "1 pages, and 1 that cannot be had"),
        out.lines());
  }

  @Test
  void only_addresses_of_http_are_taken() {
    Crawler crawler = new Crawler(LIMITS);
    for (String address : new String[] {"localhost:8080", "file:///etc", "/a", "http:/a"}) {
      assertThrows(IllegalArgumentException.class, () -> crawler.crawl(URI.create(address)));
    }
  }
}
