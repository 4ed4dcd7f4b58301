package dev.respool.console.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.console.Console;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What the page shows of a program with a hundred tasks or so, and how it is used. */
class PageTest extends Scenario {
  @Test
  void a_program_without_tasks_has_an_empty_page() throws Exception {
    program.close();
    browser.open(console.address());
    browser.awaitText(".tasks", "No tasks.");
    browser.awaitText(".chart .values", "0");
    assertClean("empty");
  }

  @Test
  void a_hundred_tasks_are_told_apart_by_what_they_wait_for() {
    program.office();
    look();
    browser.awaitText(".kinds", "channel 24");
    browser.awaitText(".kinds", "lock 6");
    browser.awaitText(".kinds", "blocking 1");
    browser.await("there are lanes", () -> browser.count("canvas.lane") > 10);
    assertClean("hundred");
  }

  @Test
  void a_lane_tells_what_a_task_did_before() {
    program.market();
    program.office();
    look();
    browser.await("a courier has waited for several things", () -> !changes().isEmpty());
    browser.awaitText(".kinds", "socket 1");
    assertClean("market");
  }

  /** The lanes that tell of four times, which is as many as they tell of. */
  private static List<?> changes() {
    return (List<?>)
        browser.script(
            """
            return [...document.querySelectorAll('canvas.lane')]
                .map(lane => lane.getAttribute('aria-label'))
                .filter(label => label.split(', before that ').length === 4);
            """);
  }

  @Test
  void search_and_filters_choose_among_the_tasks() {
    program.office();
    look();
    browser.keys("/");
    browser.keys("\"cashier 3\"");
    browser.await("one row matches", () -> browser.count(ROWS) == 1);
    browser.awaitText(ROWS, "cashier 3");
    browser.awaitText(".matching", "1 of");
    browser.awaitText(".said", "1 task matches");
    browser.click(".matching .link");
    browser.click(".kind[title*='mutex']");
    browser.await("six rows match", () -> browser.count(ROWS) == 6);
    browser.click(".matching .link");
    browser.keys("/");
    browser.keys("Program.java");
    browser.await("the source is searched", () -> browser.count(ROWS) > 6);
  }

  @Test
  void a_click_shows_the_logical_stack_with_lines_and_locals() {
    program.office();
    look();
    browser.keys("/");
    browser.keys("\"worker 7\"");
    browser.await("one row matches", () -> browser.count(ROWS) == 1);
    browser.click(ROWS);
    browser.awaitText(".detail h2", "worker 7");
    browser.awaitText(".stack", "Program.nextOrder");
    browser.awaitText(".stack", "Program.java:");
    browser.awaitText(".stack li:nth-child(2)", "Program.work");
    browser.awaitText(".stack li:nth-child(2) .locals", "done");
    browser.awaitText(".stack li:nth-child(2) .locals", "number int\n7");
    assertClean("detail");
  }

  @Test
  void the_tree_shows_children_under_their_parents() {
    program.office();
    look();
    browser.keys("t");
    browser.await("it is a tree", () -> browser.count("[role=treegrid]") == 1);
    browser.keys("/");
    browser.keys("file");
    browser.await("a clerk and six files", () -> browser.count(ROWS) == 7);
    assertEquals(1L, browser.count(".row[aria-level='7']"));
    browser.click(".twisty");
    browser.await("the branch is closed", () -> browser.count(ROWS) == 1);
    assertEquals(1L, browser.count(".row[aria-expanded=false]"));
    browser.click(".twisty");
    browser.click(".matching .link");
    assertClean("tree");
  }

  @Test
  void the_page_follows_the_program() {
    look();
    Task<?> late = program.spawn("late", () -> Tasks.sleep(Duration.ofHours(1)));
    browser.await("it appears", () -> browser.text(".tasks").contains("late"));
    late.cancel();
    browser.await("it goes", () -> !browser.text(".tasks").contains("late"));
  }

  @Test
  void the_page_connects_again_when_the_program_has_restarted() throws Exception {
    look();
    int port = console.address().getPort();
    console.close();
    browser.awaitText(".connection", "connection lost");
    browser.awaitText(".notice", "The connection is lost");
    program.spawn("after the restart", () -> Tasks.sleep(Duration.ofHours(1)));
    console = Console.builder().port(port).period(Duration.ofMillis(200)).start();
    browser.awaitText(".connection", "live");
    browser.await("it is read anew", () -> browser.text(".tasks").contains("after the restart"));
    assertEquals("", browser.text(".notice"));
  }

  @Test
  void everything_can_be_reached_with_the_keyboard() {
    program.office();
    look();
    browser.tabTo("#search");
    browser.keys("worker");
    browser.await("the workers", () -> browser.text(".matching").startsWith("24"));
    browser.tabTo(".table");
    browser.keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    browser.await("a row is active", () -> browser.count(".row.active") == 1);
    assertEquals(
        1L,
        browser.script(
            "return document.querySelectorAll('#' + CSS.escape(document"
                + ".querySelector('.table').getAttribute('aria-activedescendant'))).length"));
    browser.keys(Keys.ENTER);
    browser.awaitText(".detail h2", "worker 1");
    browser.await("the detail has the focus", () -> browser.hasFocus(".detail h2"));
    browser.keys(Keys.ESCAPE);
    browser.await("the table has it again", () -> browser.hasFocus(".table"));
    browser.keys(Keys.END);
    browser.awaitText(".row.active", "worker 23");
    browser.tabTo("[role=tab][aria-selected=true]");
    browser.keys(Keys.ARROW_RIGHT);
    browser.awaitText("[role=tab][aria-selected=true]", "Waits");
    browser.keys("?");
    browser.await("the keys are told", () -> browser.isShown("dialog"));
    assertEquals(List.of(), browser.seriousFindings());
    browser.keys(Keys.ESCAPE);
    browser.await("the dialog is closed", () -> !browser.isShown("dialog"));
    browser.keys("p");
    browser.awaitText(".connection", "held");
  }

  @Test
  void tasks_that_wait_for_each_other_are_named() {
    program.office();
    program.deadlock();
    look();
    browser.awaitText("#tab-waits", "1 deadlock");
    browser.keys("2");
    browser.awaitText(".alert", "left");
    browser.awaitText(".alert", "right");
    browser.await("both are drawn", () -> browser.count(".node.cycle") == 2);
    browser.await("with arrows", () -> browser.count(".edge.cycle") == 2);
    assertClean("waits");
  }

  @Test
  void a_task_that_keeps_its_loop_is_seen_with_its_stack() throws Exception {
    look();
    CountDownLatch enough = new CountDownLatch(1);
    program.keepLoop(enough);
    try {
      browser.awaitText(".notice", "does not answer");
      browser.keys("3");
      browser.click(".slices summary");
      browser.awaitText(".slices", "so far");
      browser.awaitText(".trace", "Program");
      assertClean("slow");
    } finally {
      enough.countDown();
    }
    browser.await("it is over", () -> !browser.text(".slices").contains("so far"));
    browser.await("there is no notice", () -> browser.count(".notice") == 0);
  }

  @Test
  void the_page_fits_a_narrow_screen() {
    program.office();
    browser.size(390, 844);
    look();
    browser.click(ROWS);
    browser.awaitText(".stack", "Program.keep");
    Object beyond =
        browser.script("return document.documentElement.scrollWidth > innerWidth ? 'wide' : ''");
    assertEquals("", beyond);
    assertClean("narrow");
  }
}
