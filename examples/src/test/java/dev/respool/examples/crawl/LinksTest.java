package dev.respool.examples.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static final URI PAGE = URI.create("http://localhost:8080/a/b");

  private static List<String> links(String html) {
    return Links.of(PAGE, html).stream().map(URI::toString).toList();
  }

  @Test
  void links_are_resolved_and_each_is_there_once() {
    String html =
        """
        <a href="c">1</a> <A class=x HREF='/d'>2</A> <a href=e>3</a>
        <a
           href = "../f?x=1&amp;y=2#part">4</a> <a href="c#other">5</a> <a href="./c">6</a>
        """;
    assertEquals(
        List.of(
            "http://localhost:8080/a/c",
            "http://localhost:8080/d",
            "http://localhost:8080/a/e",
            "http://localhost:8080/f?x=1&y=2"),
        links(html));
  }

  @Test
  void links_to_other_hosts_and_what_is_no_address_are_left_out() {
    String html =
        """
        <a href="http://example.invalid/">1</a> <a href="//localhost:8081/">2</a>
        <a href="https://localhost:8080/">3</a> <a href="mailto:ann@example.invalid">4</a>
        <a href="http://[">5</a> <a href="%zz">6</a> <a name="x">7</a> <abbr href="g">8</abbr>
        <a href="HTTP://LOCALHOST:8080/up">9</a>
        """;
    assertEquals(List.of("HTTP://LOCALHOST:8080/up"), links(html));
  }

  @Test
  void a_hostile_page_does_not_take_long() {
    for (String piece : List.of("<a ", "<a href=", "<a href='", "<a href=\"", "href =  ", "<a\n")) {
      String page = piece.repeat(2_000_000 / piece.length());
      assertTimeout(
          Duration.ofSeconds(10),
          () -> {
            links(page);
          },
          piece);
    }
  }
}
