package dev.respool.console.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.console.Console;
import dev.respool.console.Program;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import dev.respool.loop.TestLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Keys;

/** The page in a browser, with programs that have from none to a million tasks. */
@Timeout(400)
class PageTest {
  private static final String ROWS = ".window .row";

  private static Browser browser;
  private Program program;
  private Console console;

  @BeforeAll
  static void open() {
    browser = Browser.start();
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void begin() throws Exception {
    browser.size(1280, 800);
    browser.dark(false);
    console = Console.builder().period(Duration.ofMillis(200)).start();
    program = new Program();
  }

  @AfterEach
  void end() throws Exception {
    console.close();
    program.close();
  }

  /** Opens the page and waits for its first rows. */
  private void look() {
    browser.open(console.address());
    browser.awaitText(".connection", "live");
    browser.await("there are rows", () -> browser.count(ROWS) > 0);
  }

  private void assertClean(String name) {
    browser.screenshot(name + "-light");
    assertEquals(List.of(), browser.seriousFindings());
    browser.dark(true);
    browser.screenshot(name + "-dark");
    assertEquals(List.of(), browser.seriousFindings());
    browser.dark(false);
    assertEquals(List.of(), browser.errors());
  }

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
  void a_loop_in_virtual_time_is_halted_and_runs_step_by_step() throws Exception {
    AtomicInteger steps = new AtomicInteger();
    AtomicBoolean end = new AtomicBoolean();
    TestLoop test = TestLoop.create(1);
    test.spawn(() -> count(steps, end)).named("counter");
    Thread tester = new Thread(test::runUntilDone, "tester");
    tester.start();
    try {
      look();
      browser.click(".test button");
      browser.awaitText(".test", "Step");
      String all = "return [...document.querySelectorAll('.test button')].length";
      assertEquals(2L, browser.script(all));
      browser.await("it stands", () -> stands(steps));
      int before = steps.get();
      browser.click(".test button + button");
      browser.await("one step", () -> steps.get() == before + 1);
      browser.await("and no more", () -> stands(steps) && steps.get() == before + 1);
      assertClean("test-loop");
      browser.click(".test button");
      browser.await("it runs", () -> steps.get() > before + 100);
    } finally {
      end.set(true);
      console.close();
      tester.join(60_000);
    }
    assertFalse(tester.isAlive(), "what was halted goes on when the console is closed");
  }

  private static boolean stands(AtomicInteger steps) {
    int before = steps.get();
    Thread.yield();
    return steps.get() == before;
  }

  @Suspendable
  private static void count(AtomicInteger steps, AtomicBoolean end) {
    while (!end.get()) {
      Tasks.sleep(Duration.ofSeconds(1));
      steps.incrementAndGet();
    }
  }

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
    browser.awaitText(".stack", "PageTest");
    needle.cancel();
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
