package dev.respool.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides who may ask, and tells browsers to load nothing from elsewhere.
 *
 * <p>A page of another site can make a browser send requests to this port, but it cannot read the
 * answers, unless it lets its own name point here. So a console without a token answers only if it
 * is asked by an address or as {@code localhost}. Where there is a token, the other site does not
 * have it. What changes the program needs a request of this page itself.
 */
final class Guard extends Filter {
  /** Not a name that somebody else could let point here. */
  private static final Pattern OWN_HOST =
      Pattern.compile("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final ConsoleOptions options;
  private final String cookie;

  Guard(ConsoleOptions options, int port) {
    this.options = options;
    this.cookie = "respool-console-" + port;
  }

  @Override
  public String description() {
    return "who may look";
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
    if (options.isLoopback() && !isOwnHost(exchange)) {
      Answer.text(
          exchange,
          421,
          "The console answers to localhost and to the address of this machine only, so that no"
              + " other site can read it under a name of its own.");
    } else if (options.token() != null && !hasToken(exchange)) {
      Answer.text(
          exchange,
          401,
          "This console needs its token. Open the address that the program has told, with"
              + " ?token= in it.");
    } else if (!isAllowedMethod(exchange)) {
      Answer.text(exchange, 403, "Only the console's own page may do this.");
    } else if (options.token() != null && exchange.getRequestURI().getQuery() != null) {
      takeIn(exchange, chain);
    } else {
      chain.doFilter(exchange);
    }
  }

  private static boolean isOwnHost(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return host != null && OWN_HOST.matcher(host).matches();
  }

  private boolean hasToken(HttpExchange exchange) {
    return isToken(Question.of(exchange).text("token")) || isToken(fromCookie(exchange));
  }

  private boolean isToken(String given) {
    return MessageDigest.isEqual(given.getBytes(UTF_8), options.token().getBytes(UTF_8));
  }

  private String fromCookie(HttpExchange exchange) {
    for (String line : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      for (String part : line.split(";")) {
        if (part.strip().startsWith(cookie + "=")) {
          return part.strip().substring(cookie.length() + 1);
        }
      }
    }
    return "";
  }

  /** A token in the address becomes a cookie, so that it does not stay in the address. */
  private void takeIn(HttpExchange exchange, Chain chain) throws IOException {
    if (!isToken(Question.of(exchange).text("token"))) {
      chain.doFilter(exchange);
      return;
    }
    Headers headers = exchange.getResponseHeaders();
    headers.set("Set-Cookie", cookie + "=" + options.token() + "; Path=/; HttpOnly; SameSite=Lax");
    headers.set("Location", exchange.getRequestURI().getPath());
    Answer.text(exchange, 303, "");
  }

  /** To read, or from this page. */
  private static boolean isAllowedMethod(HttpExchange exchange) {
    String method = exchange.getRequestMethod();
    if (method.equals("GET") || method.equals("HEAD")) {
      return true;
    }
    Headers headers = exchange.getRequestHeaders();
    String origin = headers.getFirst("Origin");
    return method.equals("POST")
        && origin != null
        && headers.getFirst("Host") != null
        && headers.getFirst("Host").equals(authority(origin));
  }

  private static String authority(String origin) {
    try {
      return URI.create(origin).getAuthority();
    } catch (IllegalArgumentException e) {
      return null; // not an origin
    }
  }
}
