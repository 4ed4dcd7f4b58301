package dev.respool.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CodeVersionTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @Test
  void a_hash_has_64_hexadecimal_digits() {
    assertTrue(CodeVersion.isHash(HASH));
    assertFalse(CodeVersion.isHash(HASH + "0"));
    assertFalse(CodeVersion.isHash(HASH.substring(1)));
    for (char wrong : new char[] {'g', 'A', '/', ':', '`', ' '}) {
      assertFalse(CodeVersion.isHash(HASH.replace('f', wrong)), () -> "digit " + wrong);
    }
  }

  @Test
  void a_class_may_not_tell_it() {
    assertTrue(CodeVersion.isHash("unknown"));
    assertEquals("unknown", CodeVersion.known(""));
    assertEquals(HASH, CodeVersion.known(HASH));
  }
}
