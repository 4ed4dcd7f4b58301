package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenTest {
  @Test
  void names_and_descriptors_make_a_difference() {
    assertEquals(Token.of("m", "()V"), Token.of("m", "()V"));
    assertNotEquals(Token.of("m", "()V"), Token.of("n", "()V"));
    assertNotEquals(Token.of("m", "()V"), Token.of("m", "(I)V"));
  }

  @Test
  void a_token_is_never_zero_because_zero_means_none() {
    assertEquals(0, 31 * "".hashCode() + "".hashCode());
    assertEquals(1, Token.of("", ""));
  }

  @Test
  void the_number_is_what_transformed_classes_have_in_them() {
    assertEquals(1267021140, Token.of("yield", "(Ljava/lang/Object;)Ljava/lang/Object;"));
  }

  @Test
  void a_frame_factory_is_named_after_method_and_descriptor() {
    assertEquals("respool$frame$sum$b421a2b8e4aaf599", Token.frameFactory("sum", "(I)J"));
    assertNotEquals(Token.frameFactory("init", "()V"), Token.frameFactory("<init>", "()V"));
    assertTrue(Token.frameFactory("<init>", "()V").matches("respool.frame.init.[0-9a-f]+"));
  }
}
