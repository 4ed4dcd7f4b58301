package dev.respool.console.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Ten thousand tasks, and a million. */
class ManyTasksTest extends Scenario {
  @Test
  void ten_thousand_tasks_are_in_the_table_and_few_in_the_document() throws Exception {
    program.sleepers(9_990);
    look();
    browser.awaitText(".kinds", "timer 9,991");
    assertEquals("9993", rowCount());
    assertTrue(browser.count(ROWS) < 80);
    browser.keys("g", Keys.END);
    browser.await("the last row", () -> browser.count(".row[aria-rowindex='9993']") == 1);
    assertTrue(browser.count(ROWS) < 80);
    assertEquals("", browser.text(".notice"));
    assertClean("ten-thousand");
  }

  private Object rowCount() {
    return browser.script("return document.querySelector('.table').getAttribute('aria-rowcount')");
  }

  @Test
  void of_a_million_tasks_a_sample_is_shown_and_all_are_counted_and_searched() throws Exception {
    program.sleepers(1_000_000);
    Task<?> needle = program.spawn("needle", () -> Tasks.sleep(Duration.ofHours(1)));
    look();
    browser.awaitText(".kinds", "timer 1,000,00");
    browser.awaitText(".notice", "one in ");
    long shown = Long.parseLong(rowCount().toString());
    assertTrue(shown > 1_000 && shown < 10_001, () -> shown + " rows");
    assertClean("million");
    browser.keys("/");
    browser.keys("needle");
    browser.await("it is found", () -> browser.text(ROWS).contains("needle"));
    browser.awaitText(".notice", "Found among all 1,000,00");
    browser.click(ROWS);
    browser.awaitText(".detail h2", "needle");
    browser.awaitText(".stack", "ManyTasksTest");
    needle.cancel();
  }
}
