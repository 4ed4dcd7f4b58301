package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.suspendable.Patterns;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Overrides that suspend, called by code that does not know: found where that is certain. */
class OverrideCheckTest {
  private static final String HERE = OverrideCheckTest.class.getName() + "$";

  private static List<Problem> check(Class<?> type) {
    return new Compiler(new ClassWorld(), Patterns.none()).check(ClassWorld.bytesOf(type));
  }

  static class Plain implements Comparable<Plain> {
    Object work() {
      return "plain";
    }

    @Override
    public int compareTo(Plain other) {
      return 0;
    }
  }

  static class Speaking extends Plain {
    @Override
    @Suspendable
    Object work() {
      return Coroutine.yield();
    }

    @Override
    @Suspendable
    public String toString() {
      return Coroutine.yield();
    }

    @Override
    @Suspendable
    public int compareTo(Plain other) {
      return Coroutine.yield();
    }
  }

  static final class Found {
    private Found() {}

    @Suspendable
    static String concatenated(Speaking speaking) {
      return "it says " + speaking;
    }

    @Suspendable
    static void appended(StringBuilder text, Speaking speaking) {
      text.append(speaking);
    }

    @Suspendable
    static String throughObject() {
      Object object = new Speaking();
      return object.toString();
    }

    @Suspendable
    static Object throughSuperclass() {
      Plain plain = new Speaking();
      return plain.work();
    }
  }

  @Test
  void each_is_named_with_what_to_write_instead() {
    String speaking = HERE + "Speaking";
    assertEquals(
        List.of(
            "makes text, by concatenation or String.valueOf, of a "
                + speaking
                + ", whose toString suspends, and code of the JDK that calls it cannot be captured;"
                + " call toString() on the "
                + speaking
                + " yourself and pass the text on",
            "passes java.lang.StringBuilder.append a "
                + speaking
                + ", whose toString suspends, and code of the JDK that calls it cannot be captured;"
                + " call toString() on the "
                + speaking
                + " yourself and pass the text on",
            "calls java.lang.Object.toString, which is not suspendable, on a "
                + speaking
                + ", whose own toString suspends; call it on a variable of the type "
                + speaking,
            "calls "
                + HERE
                + "Plain.work, which is not suspendable, on a "
                + speaking
                + ", whose own work suspends; annotate "
                + HERE
                + "Plain.work with @Suspendable"),
        check(Found.class).stream().map(p -> p.what() + "; " + p.remedy()).toList());
  }

  @Test
  void the_path_leads_to_the_yield() {
    assertEquals(
        List.of(HERE + "Speaking.toString", "dev.respool.Coroutine.yield"),
        check(Found.class).get(0).path());
  }

  static final class Silent {
    private Silent() {}

    @Suspendable
    static String byItself(Speaking speaking) {
      return "it says " + speaking.toString();
    }

    @Suspendable
    static Object onAnyPlainOne(Plain plain, Object object) {
      return plain.work() + object.toString() + plain;
    }

    @Suspendable
    static Object throughAFunction() {
      Runnable runnable = new Running();
      runnable.run();
      return null;
    }
  }

  static final class Running implements Runnable {
    @Override
    @Suspendable
    public void run() {
      Coroutine.yield();
    }
  }

  @Test
  void what_is_a_suspension_point_or_not_certain_is_no_problem() {
    assertEquals(List.of(), check(Silent.class));
  }
}
