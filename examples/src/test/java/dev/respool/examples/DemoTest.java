package dev.respool.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DemoTest {

  @Test
  void every_byte_arrives_on_one_thread_and_a_suspended_coroutine_shows_its_locals()
      throws Exception {
    Output out = new Output();
    boolean complete = new Demo(50, 3, out.stream()).run();
    String text = out.text();
    assertTrue(complete, text);
    assertTrue(text.contains("downloads    300,"), text);
    assertTrue(text.contains("threads      1 ran coroutines"), text);
    assertTrue(text.contains("Every byte arrived and was verified."), text);
    assertTrue(text.matches("(?s).*at dev.respool.examples.Demo.walk\\(Demo.java:\\d+\\).*"), text);
    for (String local : List.of("depth      = 2", "depth      = 0", "round      = ")) {
      assertTrue(text.contains(local), text);
    }
  }
}
