package dev.respool.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The page and what it is made of, from the resources of this module. */
final class PageFiles implements HttpHandler {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");
  private static final Pattern NAME = Pattern.compile("/(?:[\\w-]+/){0,2}[\\w.-]+\\.([a-z]+)");

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.equals("/") ? "/index.html" : path;
    byte[] content = content(name);
    if (content == null) {
      Answer.text(exchange, 404, "The console has no such page.");
    } else {
      exchange.getResponseHeaders().put("Cache-Control", List.of("no-cache"));
      Answer.bytes(exchange, 200, TYPES.get(extension(name)), content);
    }
  }

  /** Null if there is no such file, or it is not one of the page. */
  private static byte[] content(String name) throws IOException {
    if (!TYPES.containsKey(extension(name))) {
      return null;
    }
    try (InputStream file = PageFiles.class.getResourceAsStream("web" + name)) {
      return file == null ? null : file.readAllBytes();
    }
  }

  /** Empty if that is no name of a file. */
  private static String extension(String name) {
    var matcher = NAME.matcher(name);
    return matcher.matches() ? matcher.group(1) : "";
  }
}
