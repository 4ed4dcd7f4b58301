package dev.respool.it.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.it.scenarios.lost.Forwarding;
import dev.respool.it.scenarios.lost.LostFrames;
import org.junit.jupiter.api.Test;

/** How long the tables of lost frames are, for a build of theirs that must run all of them. */
class CountedRowsTest {
  @Test
  void decision_7_tells_how_many_rows_there_are() {
    String rows =
        "%d rows that are refused, %d that are captured"
            .formatted(LostFrames.names().size(), Forwarding.names().size());
    String woven = LostFrames.wovenNames().size() + " refused only where assertions are on";
    String text = page().text().replaceAll("\\s+", " ");
    assertTrue(text.contains(rows), () -> rows + " is not in " + text);
    assertTrue(text.contains(woven), () -> woven + " is not in " + text);
  }

  private static Page page() {
    return Page.all().stream()
        .filter(page -> page.path().endsWith("0007-who-called.md"))
        .findFirst()
        .orElseThrow();
  }
}
