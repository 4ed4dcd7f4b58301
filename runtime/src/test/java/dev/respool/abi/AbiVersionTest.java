package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.Test;

class AbiVersionTest {
  @Test
  void the_current_version_is_served() {
    assertDoesNotThrow(() -> AbiVersion.require(AbiVersion.CURRENT, AbiVersionTest.class));
  }

  @Test
  void another_version_is_refused_with_class_both_versions_and_remedy() {
    int other = AbiVersion.CURRENT + 1;
    LinkageError thrown =
        assertThrows(LinkageError.class, () -> AbiVersion.require(other, AbiVersionTest.class));
    assertEquals(
        "dev.respool.abi.AbiVersionTest was transformed for Respool ABI "
            + other
            + ", but the runtime on the class path has ABI "
            + AbiVersion.CURRENT
            + ": use the same version of respool-runtime and of the agent or Maven plugin, and"
            + " rebuild the class",
        thrown.getMessage());
  }

  @Test
  void a_class_of_a_version_to_come_does_not_link() {
    assertThrows(
        LinkageError.class,
        () -> SuspendableMethod.link(MethodHandles.lookup(), "m", null, null, -1, "", 1, 1));
  }
}
