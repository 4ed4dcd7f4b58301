package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.suspendable.Patterns;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableClassTest {
  private final Compiler compiler = new Compiler(new ClassWorld(), Patterns.none());

  private UnreadableClassException refused(byte[] bytes) {
    assertThrows(UnreadableClassException.class, () -> compiler.check(bytes));
    return assertThrows(UnreadableClassException.class, () -> compiler.compile(bytes));
  }

  @Test
  void nothing_is_not_a_class_file() {
    refused(new byte[0]);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void garbage_is_not_a_class_file(long seed) {
    Random random = new Random(seed);
    byte[] garbage = new byte[random.nextInt(2000)];
    random.nextBytes(garbage);
    refused(garbage);
  }

  @Test
  void a_class_file_of_a_version_to_come_is_refused_with_its_number() {
    byte[] bytes = ClassWorld.bytesOf(CompilerTest.Pump.class);
    bytes[6] = 0;
    bytes[7] = (byte) 200;
    String message = refused(bytes).getMessage();
    assertEquals(
        "cannot read the class file of a class: Unsupported class file major version 200; the class"
            + " is left as it was",
        message);
  }

  @Test
  void a_class_file_that_ends_early_is_refused_wherever_it_ends() {
    byte[] bytes = ClassWorld.bytesOf(CompilerTest.Pump.class);
    for (int length = 0; length < bytes.length - 2; length += 7) {
      refused(Arrays.copyOf(bytes, length));
    }
  }

  @Test
  void the_class_is_named_as_soon_as_its_name_is_known() {
    byte[] bytes = ClassWorld.bytesOf(CompilerTest.Pump.class);
    String message = refused(Arrays.copyOf(bytes, bytes.length - 40)).getMessage();
    assertTrue(
        message.startsWith(
            "cannot read the class file of dev.respool.compiler.CompilerTest$Pump: "),
        message);
    assertTrue(message.endsWith("; the class is left as it was"), message);
  }
}
