package dev.respool.console.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.console.Console;
import dev.respool.console.Program;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A browser, a program and its console, for each test anew but for the browser. */
@Timeout(400)
abstract class Scenario {
  static final String ROWS = ".window .row";

  static Browser browser;
  Program program;
  Console console;

  @BeforeAll
  static void open() {
    browser = Browser.start();
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.close();
      browser = null;
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
  void look() {
    browser.open(console.address());
    browser.awaitText(".connection", "live");
    browser.await("there are rows", () -> browser.count(ROWS) > 0);
  }

  void assertClean(String name) {
    browser.screenshot(name + "-light");
    assertEquals(List.of(), browser.seriousFindings());
    browser.dark(true);
    browser.screenshot(name + "-dark");
    assertEquals(List.of(), browser.seriousFindings());
    browser.dark(false);
    assertEquals(List.of(), browser.errors());
  }
}
