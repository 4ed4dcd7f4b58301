package dev.respool.agent;

import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * Reads the patterns that jars bring along in {@code META-INF/respool/suspendables}.
 *
 * <p>One pattern a line; blank lines and lines that start with {@code #} say nothing. A file that
 * cannot be read or understood is reported, and the others still count.
 */
final class SuspendablesFiles {
  private static final String NAME = "META-INF/respool/suspendables";

  private SuspendablesFiles() {}

  static Patterns read(Resources resources, Report report) {
    Patterns all = Patterns.none();
    for (URL file : find(resources, report)) {
      try {
        all = all.and(Patterns.ofLines(text(file)));
      } catch (IOException | IllegalArgumentException failure) {
        report.problem(
            file + ": its patterns are ignored: " + failure.getMessage() + "; correct the file");
      }
    }
    return all;
  }

  private static List<URL> find(Resources resources, Report report) {
    try {
      return Collections.list(resources.all(NAME));
    } catch (IOException failure) {
      report.problem("the files " + NAME + " cannot be found: " + failure);
      return List.of();
    }
  }

  /** Past the cache of jar files: a cached one would stay open, and locked on some systems. */
  private static String text(URL file) throws IOException {
    URLConnection connection = file.openConnection();
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
