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
    assertEquals(0, AwakeMethods.base(First.class, 17));
    int base = AwakeMethods.wake(First.class, 17, 3);
    assertEquals(base, AwakeMethods.base(First.class, 17));
    assertEquals(0, AwakeMethods.base(First.class, 17 + (1 << 14)), "shares the place only");
    assertEquals(0, AwakeMethods.base(Second.class, 17), "has the same hash in another class");
  }

  @Test
  void methods_that_share_a_place_have_numbers_of_their_own() {
    int first = AwakeMethods.wake(First.class, 33, 2);
    int second = AwakeMethods.wake(Second.class, 33, 2);
    assertNotEquals(first, second);
    assertEquals(first, AwakeMethods.base(First.class, 33));
    assertEquals(second, AwakeMethods.base(Second.class, 33));
  }

  @Test
  void the_methods_of_a_class_that_a_tool_changes_sleep_for_good() {
    AwakeMethods.wake(Changed.class, 5, 1);
    int other = AwakeMethods.wake(First.class, 5, 1);
    LoadedClass.changes(Changed.class);
    assertEquals(0, AwakeMethods.base(Changed.class, 5));
    assertEquals(0, AwakeMethods.wake(Changed.class, 5, 1));
    assertEquals(other, AwakeMethods.base(First.class, 5));
  }
}
