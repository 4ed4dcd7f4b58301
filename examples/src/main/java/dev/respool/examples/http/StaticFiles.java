package dev.respool.examples.http;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the file that a request asks for, below one directory and nowhere else: neither {@code ..}
 * nor a symbolic link leads out of it. It asks the file system on the loop's thread, which takes
 * microseconds; the contents are read elsewhere.
 */
final class StaticFiles {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("gif", "image/gif"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("md", "text/markdown; charset=utf-8"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("xml", "application/xml"));

  private final Path root;

  StaticFiles(Path directory) throws IOException {
    this.root = directory.toRealPath();
  }

  Answer answer(HttpRequest request) throws BadMessageException {
    if (!request.method().equals("GET") && !request.isHead()) {
      return Answer.methodNotAllowed();
    }
    String path = request.path();
    try {
      // an absolute path would replace the root
      Path found = root.resolve(path.replaceFirst("^[/\\\\]+", "")).toRealPath();
      return found.startsWith(root) ? answer(path, found) : Answer.notFound();
    } catch (IOException | InvalidPathException e) {
      return Answer.notFound();
    }
  }

  private Answer answer(String path, Path found) throws IOException {
    if (!Files.isDirectory(found)) {
      return Files.isRegularFile(found) ? file(found) : Answer.notFound();
    }
    if (!path.endsWith("/")) {
      return Answer.redirect(url(found) + "/");
    }
    Path index = found.resolve("index.html");
    return Files.isRegularFile(index) ? answer(path, index.toRealPath()) : listing(found);
  }

  private static Answer file(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return new Answer.File(file, TYPES.getOrDefault(extension, "application/octet-stream"));
  }

  private Answer listing(Path directory) throws IOException {
    StringBuilder html = new StringBuilder("<!doctype html><title>Files</title><ul>\n");
    for (Path entry : entries(directory)) {
      html.append("<li><a href=\"").append(url(entry)).append("\">");
      html.append(escape(entry.getFileName().toString())).append("</a>\n");
    }
    return Answer.page(html.append("</ul>\n").toString());
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }

  private String url(Path path) {
    return url(root, path);
  }

  /** The URL path of a file; percent-encoded. */
  static String url(Path root, Path file) {
    StringBuilder path = new StringBuilder();
    root.relativize(file).forEach(name -> path.append('/').append(name));
    try {
      return new URI(null, null, path.toString(), null).toASCIIString().replace("'", "%27");
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the path of " + file + " cannot be part of a URL", e);
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
