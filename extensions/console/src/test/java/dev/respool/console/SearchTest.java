package dev.respool.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Search among all tasks, and the detail of one. */
@Timeout(60)
class SearchTest {
  private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]*)\"");

  private Console console;
  private Program program;

  @BeforeEach
  void begin() throws IOException {
    console = Console.start();
    program = new Program();
    program.office();
  }

  @AfterEach
  void end() throws Exception {
    program.close();
    console.close();
  }

  private List<String> names(String query) throws IOException {
    String body = Wire.get(console, "/api/search?" + query).body();
    return NAME.matcher(body).results().map(found -> found.group(1)).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void words_are_looked_for_in_name_wait_and_source() throws IOException {
    assertEquals(List.of("cashier 4"), names("q=" + encoded("\"Cashier 4\"")));
    assertEquals(6, names("q=" + encoded("cash mutex.lock")).size());
    assertEquals(24, names("q=nextorder").size());
    assertEquals(List.of(), names("q=nothing-of-that"));
  }

  @Test
  void kinds_and_ages_choose() throws IOException {
    assertEquals(6, names("kinds=LOCK").size());
    assertEquals(30, names("kinds=LOCK,CHANNEL").size());
    assertEquals(List.of(), names("age=3600000"));
  }

  @Test
  void a_task_has_its_frames_with_lines_and_locals() throws IOException {
    String found = Wire.get(console, "/api/search?q=" + encoded("\"worker 7\"")).body();
    MatchResult id = Pattern.compile("\"id\":(\\d+)").matcher(found).results().findFirst().get();
    String path = "/api/task?loop=" + program.number() + "&id=" + id.group(1);
    String detail = Wire.get(console, path).body();
    assertTrue(detail.contains("\"method\":\"nextOrder\",\"file\":\"Program.java\""), detail);
    assertTrue(detail.contains("{\"name\":\"number\",\"type\":\"I\",\"value\":\"7\"}"), detail);
  }

  @Test
  void values_can_be_hidden() throws IOException {
    try (Console discreet = Console.builder().locals(false).start()) {
      String body = Wire.get(discreet, "/api/task?loop=" + program.number() + "&id=3").body();
      assertTrue(body.contains("{\"name\":\"amount\",\"type\":\"D\",\"value\":\"hidden\"}"), body);
    }
  }

  @Test
  void what_is_not_there_is_said() throws IOException {
    assertEquals(404, Wire.get(console, "/api/task?loop=0&id=1").status());
    Wire.Response ended = Wire.get(console, "/api/task?loop=" + program.number() + "&id=99999999");
    assertEquals(404, ended.status());
    assertEquals("The task has ended.", ended.body());
  }
}
