package dev.respool.examples.files;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds files below one directory and nowhere else: neither {@code ..} nor a symbolic link leads
 * out of it. All methods ask the file system and may block.
 */
final class ServedDirectory {
  private static final String INDEX = "index.html";

  private final Path root;
  private final boolean listing;

  /**
   * A directory to serve.
   *
   * @param directory an existing one
   * @param listing whether to show what a directory without index page contains
   */
  ServedDirectory(Path directory, boolean listing) throws IOException {
    this.root = directory.toRealPath();
    this.listing = listing;
  }

  /**
   * Looks for what a client asks for.
   *
   * @param path decoded, with a slash at the beginning
   */
  Found find(String path) {
    if (List.of(path.split("[/\\\\]")).contains("..")) {
      return new Found.Nothing();
    }
    try {
      // an absolute path would replace the root
      Path found = root.resolve(path.replaceFirst("^[/\\\\]+", "")).toRealPath();
      return found.startsWith(root) ? look(path, found) : new Found.Nothing();
    } catch (IOException | InvalidPathException e) {
      return new Found.Nothing();
    }
  }

  private Found look(String path, Path found) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(found, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      return path.endsWith("/") ? index(found) : new Found.Moved(url(found) + "/");
    }
    // a pipe or a device could keep the server waiting for ever
    return attributes.isRegularFile() && !path.endsWith("/")
        ? new Found.File(found, FileVersion.of(attributes))
        : new Found.Nothing();
  }

  private Found index(Path directory) throws IOException {
    Path index = directory.resolve(INDEX);
    if (Files.exists(index)) {
      Path real = index.toRealPath();
      return real.startsWith(root) ? look("/" + INDEX, real) : new Found.Nothing();
    }
    return listing ? new Found.Listing(list(directory)) : new Found.Nothing();
  }

  private String list(Path directory) throws IOException {
    StringBuilder html = new StringBuilder("<!doctype html><meta charset=\"utf-8\">");
    html.append("<title>Files</title>\n<ul>\n");
    for (Path entry : entries(directory)) {
      String slash = Files.isDirectory(entry) ? "/" : "";
      html.append("<li><a href=\"").append(escape(url(entry) + slash)).append("\">");
      html.append(escape(entry.getFileName() + slash)).append("</a>\n");
    }
    return html.append("</ul>\n").toString();
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }

  /** The path by which a client asks for a file, percent-encoded. */
  private String url(Path file) {
    StringBuilder path = new StringBuilder();
    if (!file.equals(root)) {
      root.relativize(file).forEach(name -> path.append('/').append(name));
    }
    try {
      return new URI(null, null, path.toString(), null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the path of " + file + " cannot be part of a URL", e);
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
