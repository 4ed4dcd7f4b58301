package dev.respool.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may look. */
@Timeout(60)
class GuardTest {
  private static final InetSocketAddress EVERYWHERE = new InetSocketAddress("0.0.0.0", 0);

  @Test
  void the_console_listens_on_the_loopback_interface_unless_asked() throws IOException {
    try (Console console = Console.start()) {
      assertEquals("localhost", console.address().getHost());
      assertEquals(null, console.address().getQuery());
      assertEquals(200, Wire.get(console, "/").status());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:80", "localhost.evil.example", "127.evil"})
  void a_name_that_points_here_is_refused(String host) throws IOException {
    try (Console console = Console.start()) {
      Wire.Response response = Wire.send(console, "GET / HTTP/1.1", "Host: " + host);
      assertEquals(421, response.status());
      assertFalse(response.body().contains("<html"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:9", "127.0.0.1:80", "[::1]:9"})
  void this_machine_is_served(String host) throws IOException {
    try (Console console = Console.start()) {
      assertEquals(200, Wire.send(console, "GET / HTTP/1.1", "Host: " + host).status());
    }
  }

  @Test
  void where_it_listens_wider_a_token_is_needed() throws IOException {
    try (Console console = Console.builder().listenAt(EVERYWHERE).start()) {
      String token = console.address().getQuery();
      assertTrue(token.matches("token=[\\w-]{32}"), token);
      assertEquals(401, Wire.get(console, "/").status());
      assertEquals(401, Wire.get(console, "/events").status());
      assertEquals(401, Wire.get(console, "/?token=wrong").status());
      Wire.Response taken = Wire.get(console, "/?" + token);
      assertEquals(303, taken.status());
      assertEquals("/", taken.header("Location"));
      String cookie = taken.header("Set-Cookie");
      assertTrue(cookie.endsWith("; Path=/; HttpOnly; SameSite=Lax"), cookie);
      String sent = "Cookie: other=1; " + cookie.substring(0, cookie.indexOf(';'));
      assertEquals(200, Wire.send(console, "GET / HTTP/1.1", "Host: x", sent).status());
    }
  }

  @Test
  void a_token_can_be_asked_for_on_the_loopback_interface_too() throws IOException {
    try (Console console = Console.builder().token("0123456789abcdef").start()) {
      assertEquals("token=0123456789abcdef", console.address().getQuery());
      assertEquals(401, Wire.get(console, "/api/hello").status());
    }
  }

  @Test
  void only_the_page_itself_may_change_something() throws IOException {
    try (Console console = Console.start()) {
      String post = "POST /api/pause HTTP/1.1";
      String host = "Host: localhost:1";
      String none = "Content-Length: 0";
      assertEquals(403, Wire.send(console, post, host, none).status());
      assertEquals(
          403, Wire.send(console, post, host, none, "Origin: http://evil.example").status());
      assertEquals(403, Wire.send(console, post, host, none, "Origin: null").status());
      assertEquals(
          404, Wire.send(console, post, host, none, "Origin: http://localhost:1").status());
      assertEquals(403, Wire.send(console, "PUT / HTTP/1.1", host, none).status());
    }
  }

  @Test
  void browsers_are_told_to_load_nothing_from_elsewhere() throws IOException {
    try (Console console = Console.start()) {
      Wire.Response page = Wire.get(console, "/");
      String policy = page.header("Content-Security-Policy");
      assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"));
      assertFalse(policy.contains("unsafe"));
      assertEquals("nosniff", page.header("X-Content-Type-Options"));
      assertFalse(page.body().contains("http"), page.body());
      assertEquals(200, Wire.get(console, "/lib/lit-html/lit-html.js").status());
      assertEquals(200, Wire.get(console, "/lib/uplot/uPlot.iife.min.js").status());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../Console.class",
        "/%2e%2e/Console.class",
        "/lib",
        "/lib/",
        "//index.html",
        "/none.js",
        "/lib/lit-html/../../index.html",
        "/api/none"
      })
  void other_paths_are_not_found(String path) throws IOException {
    try (Console console = Console.start()) {
      assertEquals(404, Wire.get(console, path).status());
    }
  }

  @Test
  void options_that_make_no_sense_are_refused() {
    ConsoleBuilder builder = Console.builder();
    assertThrows(IllegalArgumentException.class, () -> builder.token("short"));
    assertThrows(IllegalArgumentException.class, () -> builder.token("0123456789abcde\r\n"));
    assertThrows(IllegalArgumentException.class, () -> builder.maxViewers(0));
    assertThrows(IllegalArgumentException.class, () -> builder.maxTasks(0));
    assertThrows(IllegalArgumentException.class, () -> builder.period(Duration.ZERO));
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nowhere.invalid", 0);
    assertThrows(IllegalArgumentException.class, () -> builder.listenAt(nowhere));
  }

  @Test
  void an_open_console_does_not_keep_the_process_alive() throws IOException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (Console console = Console.start()) {
      assertEquals(200, Wire.get(console, "/").status());
      Set<Thread> added = new HashSet<>(Thread.getAllStackTraces().keySet());
      added.removeAll(before);
      assertFalse(added.isEmpty());
      assertEquals(List.of(), added.stream().filter(thread -> !thread.isDaemon()).toList());
    }
  }

  @Test
  void closing_frees_the_port() throws IOException {
    Console console = Console.start();
    URI address = console.address();
    console.close();
    console.close();
    try (Console next = Console.builder().port(address.getPort()).start()) {
      assertEquals(address, next.address());
    }
  }
}
