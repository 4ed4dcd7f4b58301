package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class AwakeMethodsTest {
  private static final class First {}

  private static final class Second {}

  private static final class Changed {}

  @Test
  void a_method_is_dormant_until_it_is_woken() {
    assertEquals(0, AwakeMethods.number(First.class, 17));
    long number = AwakeMethods.wake(First.class, 17, 3);
    assertEquals(number, AwakeMethods.number(First.class, 17));
    assertEquals(0, AwakeMethods.number(First.class, 17 + (1 << 14)), "shares the place only");
    assertEquals(0, AwakeMethods.number(Second.class, 17), "has the same hash in another class");
  }

  @Test
  void an_awake_method_takes_the_token_and_a_dormant_one_leaves_it() {
    Carrier carrier = Carrier.current();
    carrier.token = -7;
    assertEquals(0, AwakeMethods.enter(Second.class, 99));
    assertEquals(-7, carrier.token);
    long number = AwakeMethods.wake(First.class, 99, 1);
    long entry = AwakeMethods.enter(First.class, 99);
    assertEquals(-7, (int) entry);
    assertEquals(number >>> 32, entry >>> 32);
    assertEquals(0, carrier.token);
  }

  @Test
  void methods_that_share_a_place_have_numbers_of_their_own() {
    long first = AwakeMethods.wake(First.class, 33, 2);
    long second = AwakeMethods.wake(Second.class, 33, 2);
    assertNotEquals(first, second);
    assertEquals(first, AwakeMethods.number(First.class, 33));
    assertEquals(second, AwakeMethods.number(Second.class, 33));
  }

  @Test
  void the_methods_of_a_class_that_a_tool_changes_sleep_for_good() {
    AwakeMethods.wake(Changed.class, 5, 1);
    long other = AwakeMethods.wake(First.class, 5, 1);
    LoadedClass.changes(Changed.class);
    assertEquals(0, AwakeMethods.number(Changed.class, 5));
    assertEquals(0, AwakeMethods.wake(Changed.class, 5, 1));
    assertEquals(other, AwakeMethods.number(First.class, 5));
  }
}
