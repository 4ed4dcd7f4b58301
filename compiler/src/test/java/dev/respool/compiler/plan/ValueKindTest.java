package dev.respool.compiler.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class ValueKindTest {
  @ParameterizedTest
  @CsvSource({
    "Z, INT, 1",
    "B, INT, 1",
    "C, INT, 1",
    "S, INT, 1",
    "I, INT, 1",
    "J, LONG, 2",
    "F, FLOAT, 1",
    "D, DOUBLE, 2",
    "Ljava/lang/String;, REF, 1",
    "[J, REF, 1"
  })
  void a_declared_type_has_a_kind_and_a_size(String descriptor, ValueKind kind, int size) {
    assertEquals(kind, ValueKind.of(Type.getType(descriptor)));
    assertEquals(size, kind.size());
  }

  @Test
  void a_verification_type_has_a_kind() {
    assertEquals(ValueKind.INT, ValueKind.of(Opcodes.INTEGER));
    assertEquals(ValueKind.LONG, ValueKind.of(Opcodes.LONG));
    assertEquals(ValueKind.FLOAT, ValueKind.of(Opcodes.FLOAT));
    assertEquals(ValueKind.DOUBLE, ValueKind.of(Opcodes.DOUBLE));
    assertEquals(ValueKind.REF, ValueKind.of(Opcodes.NULL));
    assertEquals(ValueKind.REF, ValueKind.of("[I"));
  }

  @ParameterizedTest
  @CsvSource({"INT, 21, 172", "LONG, 22, 173", "FLOAT, 23, 174", "DOUBLE, 24, 175", "REF, 25, 176"})
  void the_kinds_are_in_the_order_of_the_jvm_s_opcodes(ValueKind kind, int load, int end) {
    assertEquals(load, Opcodes.ILOAD + kind.ordinal());
    assertEquals(end, Opcodes.IRETURN + kind.ordinal());
  }
}
