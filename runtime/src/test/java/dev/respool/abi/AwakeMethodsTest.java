package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwakeMethodsTest {
  private static final class Changed {}

  @AfterEach
  void sleep() {
    AwakeMethods.forget(SampleFrames.class);
  }

  private static SuspendableMethod method(int slot) {
    return SampleFrames.of(Shapes.R0P0.class, slot).method();
  }

  private static long number(int slot) {
    return AwakeMethods.at(slot).number(SampleFrames.class);
  }

  @Test
  void a_method_is_dormant_until_it_is_woken() {
    SuspendableMethod method = method(17);
    assertEquals(0, number(17));
    assertEquals(0, method.awakeNumber());
    AwakeMethods.wake(method);
    assertEquals(method.number(), number(17));
    assertEquals(method.number(), method.awakeNumber());
    assertEquals(0, AwakeMethods.at(17).number(Changed.class), "the same slot of another class");
  }

  @Test
  void methods_that_share_a_slot_have_numbers_of_their_own_and_sleep_alone() {
    SuspendableMethod one = method(33);
    SuspendableMethod other = SampleFrames.elsewhere(33);
    AwakeMethods.wake(one);
    AwakeMethods.wake(other);
    assertNotEquals(one.number(), other.number());
    assertEquals(one.number(), number(33));
    assertEquals(other.number(), AwakeMethods.at(33).number(other.owner()));
    AwakeMethods.forget(SampleFrames.class);
    assertEquals(0, number(33));
    assertEquals(other.number(), AwakeMethods.at(33).number(other.owner()));
    AwakeMethods.forget(other.owner());
    assertEquals(0, AwakeMethods.at(33).number(other.owner()));
  }

  @Test
  void an_awake_method_takes_the_token_and_a_dormant_one_leaves_it() {
    Carrier carrier = CarrierTable.current();
    carrier.token = -7;
    assertSame(Carrier.DORMANT, AwakeMethods.at(99).enter(SampleFrames.class));
    assertEquals(-7, carrier.token);
    SuspendableMethod method = method(99);
    AwakeMethods.wake(method);
    assertSame(carrier, AwakeMethods.at(99).enter(SampleFrames.class));
    long entry = carrier.entry;
    assertEquals(-7, (int) entry);
    assertEquals(method.number() >>> 32, entry >>> 32);
    assertEquals(0, carrier.token);
  }

  @Test
  void a_method_that_is_captured_often_while_it_is_dormant_wakes() {
    SuspendableMethod method = method(5);
    for (int i = 0; i < 64; i++) {
      method.looked();
    }
    assertTrue(method.awakeNumber() != 0);
  }

  @Test
  void a_method_that_is_not_captured_any_more_falls_asleep() throws Exception {
    SuspendableMethod method = method(6);
    AwakeMethods.wake(method);
    for (int i = 0; i < 3; i++) {
      Thread.sleep(60);
      AwakeMethods.review();
    }
    assertEquals(0, number(6));
    assertEquals(0, method.awakeNumber());
  }

  @Test
  void the_methods_of_a_class_that_a_tool_changes_sleep_for_good() {
    SuspendableMethod method = method(7);
    AwakeMethods.wake(method);
    AwakeMethods.forget(SampleFrames.class);
    assertEquals(0, number(7));
    LoadedClass.changes(Changed.class);
    assertTrue(LoadedClass.of(Changed.class).isChanged());
  }
}
