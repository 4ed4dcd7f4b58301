package dev.respool.it.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The links of a page that stay within the project. */
record Links(Page page) {
  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  /** Those that lead nowhere. */
  List<String> broken() throws IOException {
    List<String> broken = new ArrayList<>();
    for (MatchResult link : LINK.matcher(page.prose()).results().toList()) {
      String target = link.group(1) != null ? link.group(1) : link.group(2);
      if (!target.contains("://") && !leadsSomewhere(target)) {
        broken.add(page.path() + ": " + target);
      }
    }
    return broken;
  }

  private boolean leadsSomewhere(String target) throws IOException {
    String[] parts = target.split("#", 2);
    Path from = Page.PROJECT.resolve(page.path());
    Path file = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]);
    return Files.exists(file) && (parts.length == 1 || hasHeading(file, parts[1]));
  }

  private static boolean hasHeading(Path file, String anchor) throws IOException {
    return HEADING
        .matcher(Files.readString(file))
        .results()
        .anyMatch(heading -> anchor(heading.group(1)).equals(anchor));
  }

  /** As the usual renderers make it of a heading. */
  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
