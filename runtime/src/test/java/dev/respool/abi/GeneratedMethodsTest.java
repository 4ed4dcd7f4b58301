package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GeneratedMethodsTest {
  @Test
  void a_frame_factory_is_named_after_method_and_descriptor() {
    assertEquals("respool$frame$sum$b421a2b8e4aaf599", factory("sum", "(I)J"));
    assertNotEquals(factory("init", "()V"), factory("<init>", "()V"));
    assertTrue(factory("<init>", "()V").matches("respool.frame.init.[0-9a-f]+"));
  }

  private static String factory(String name, String descriptor) {
    return GeneratedMethods.frameFactory(name, descriptor);
  }

  @Test
  void a_resumed_constructor_is_known_as_one() {
    assertEquals("<init>", GeneratedMethods.knownName("respool$init"));
    assertEquals("sum", GeneratedMethods.knownName("sum"));
  }
}
