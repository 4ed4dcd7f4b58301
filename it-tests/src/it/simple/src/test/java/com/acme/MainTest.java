package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void a_generator_runs() {
    assertEquals(List.of(3, 2, 1), Main.countdown(3).stream().toList());
  }

  @Test
  void an_event_loop_runs() {
    assertEquals("hello world", Main.greeting());
  }

  @Test
  void a_coroutine_of_the_test_itself_runs() {
    Coroutine<String, String> echo = Coroutine.create(MainTest::echo);

    assertEquals("a!", echo.resume("a"));
    assertEquals("b?", echo.resume("b"));
  }

  @Suspendable
  private static String echo(String first) {
    String second = Coroutine.yield(first + "!");
    return second + "?";
  }
}
