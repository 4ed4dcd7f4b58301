package dev.respool.inspect.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.inspect.InspectionOptions;
import dev.respool.inspect.ValueText;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ValueTextTest {
  private static final InspectionOptions OPTIONS = InspectionOptions.standard();

  private static String text(Object value) {
    return ValueText.of(value, OPTIONS);
  }

  private enum Colour {
    RED {
      @Override
      public String toString() {
        throw new AssertionError("called");
      }
    }
  }

  private record Order(int id, String customer) {}

  @Test
  void values_of_the_jdk_look_as_in_a_source() {
    assertEquals("null", text(null));
    assertEquals("42", text(42));
    assertEquals("'x'", text('x'));
    assertEquals("\"a \\\"b\\\"\"", text("a \"b\""));
    assertEquals("RED", text(Colour.RED));
    assertEquals("java.util.List", text(List.class));
    assertEquals("PT3S", text(Duration.ofSeconds(3)));
    assertEquals("a/b", text(Path.of("a", "b")).replace('\\', '/'));
    assertEquals("\"built\"", text(new StringBuilder("built")));
  }

  @Test
  void containers_show_their_elements() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("one", 1);
    map.put("none", null);
    assertEquals("[1, 2]", text(List.of(1, 2)));
    assertEquals("[null, \"a\"]", text(Arrays.asList(null, "a")));
    assertEquals("{\"one\"=1, \"none\"=null}", text(map));
    assertEquals("int[3]{1, 2, 3}", text(new int[] {1, 2, 3}));
    assertEquals("Optional[\"x\"]", text(Optional.of("x")));
  }

  @Test
  void a_container_in_itself_is_cut() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertEquals("[[[[\u2026]]]]", text(list));
  }

  @Test
  void a_long_text_is_cut() {
    InspectionOptions few = OPTIONS.withMaxText(5);
    assertEquals("\"aaaa\u2026", ValueText.of("a".repeat(1_000_000), few));
    assertEquals("[1, 2\u2026", ValueText.of(List.of(1, 2, 3, 4, 5), few));
    assertEquals("", ValueText.of("", OPTIONS).replace("\"", ""));
  }

  @Test
  void control_characters_cannot_reach_a_terminal() {
    assertEquals("\"\\u001b[2J\\n\\u0007\"", text("\u001b[2J\n\u0007"));
    assertEquals("Order[id=1, customer=\\u001b[31m]", text(new Order(1, "\u001b[31m")));
    assertEquals("a\\nb", ValueText.line("a\nb", OPTIONS));
  }

  @Test
  void an_own_class_is_asked_unless_that_is_forbidden() {
    Order order = new Order(7, "Ada");
    assertEquals("Order[id=7, customer=Ada]", text(order));
    String shown = ValueText.of(order, OPTIONS.withCallToString(false));
    assertTrue(shown.startsWith(Order.class.getName() + "@"), shown);
  }

  @Test
  void a_huge_number_is_not_written_down() {
    BigInteger huge = BigInteger.ONE.shiftLeft(50_000_000);
    String shown = ValueText.of(huge, OPTIONS.withCallToString(false));
    assertTrue(shown.startsWith("java.math.BigInteger@"), shown);
  }

  private static final class Throwing {
    @Override
    public String toString() {
      throw new StackOverflowError();
    }
  }

  @Test
  void a_to_string_that_throws_is_told_of() {
    String shown = text(new Throwing());
    assertTrue(shown.endsWith(" (its toString threw java.lang.StackOverflowError)"), shown);
  }

  private static final class Hanging {
    static final CountDownLatch RELEASED = new CountDownLatch(1);
    static final AtomicInteger CALLS = new AtomicInteger();

    @Override
    public String toString() {
      CALLS.incrementAndGet();
      try {
        RELEASED.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return "returned";
    }
  }

  @Test
  void a_to_string_that_hangs_is_left_alone_until_it_returns() throws InterruptedException {
    String first = text(new Hanging());
    assertTrue(first.endsWith(" (its toString takes too long)"), first);
    String second = text(new Hanging());
    assertTrue(second.endsWith(" (its toString does not return)"), second);
    assertEquals(1, Hanging.CALLS.get());
    Hanging.RELEASED.countDown();
    while (!text(new Hanging()).equals("returned")) {
      Thread.sleep(1);
    }
  }
}
