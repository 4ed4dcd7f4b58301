package dev.respool.corpus.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what the agent has printed at the end of a run. */
final class YieldFigures {
  private static final String FIGURES = "#respool classes=";

  private YieldFigures() {}

  /**
   * @param log what the JVM printed, in whatever encoding
   * @return values by name
   * @throws IOException if the agent has printed no figures: the JVM has not come to its end
   */
  static Map<String, String> of(Path log) throws IOException {
    String line =
        new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1)
            .lines()
            .filter(text -> text.startsWith(FIGURES))
            .findFirst()
            .orElseThrow(() -> new IOException("the agent has not come to its end, see " + log));
    Map<String, String> figures = new LinkedHashMap<>();
    for (String value : line.substring(line.indexOf(' ') + 1).split(" ")) {
      int equals = value.indexOf('=');
      figures.put(value.substring(0, equals), value.substring(equals + 1));
    }
    return figures;
  }
}
