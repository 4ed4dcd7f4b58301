package dev.respool.examples.crawl;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the links of a page that stay on its host. */
final class Links {
  /** Ends at the next bracket, so that a hostile page cannot make it slow. */
  private static final Pattern LINK =
      Pattern.compile(
          "<a\\s[^<>]*?\\bhref\\s*=\\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\\s\"'<>]+))",
          Pattern.CASE_INSENSITIVE);

  private Links() {}

  /** The links of a page, each once. */
  static List<URI> of(URI page, String html) {
    Set<URI> links = new LinkedHashSet<>();
    for (Matcher link = LINK.matcher(html); link.find(); ) {
      for (int group = 1; group <= 3; group++) {
        if (link.group(group) != null) {
          resolve(page, link.group(group)).ifPresent(links::add);
        }
      }
    }
    return List.copyOf(links);
  }

  /** The address that a link of a page means; empty if it leaves the host, or is no address. */
  static Optional<URI> resolve(URI page, String link) {
    try {
      URI target = page.resolve(link.strip().replace("&amp;", "&").replaceFirst("#.*", ""));
      boolean stays =
          page.getScheme().equalsIgnoreCase(target.getScheme())
              && page.getRawAuthority().equalsIgnoreCase(target.getRawAuthority());
      return stays ? Optional.of(withPath(target.normalize())) : Optional.empty();
    } catch (IllegalArgumentException e) { // whoever wrote the page made a mistake
      return Optional.empty();
    }
  }

  /** A host without path and its root are the same page. */
  private static URI withPath(URI uri) {
    return uri.getRawPath().isEmpty() ? uri.resolve("/") : uri;
  }
}
