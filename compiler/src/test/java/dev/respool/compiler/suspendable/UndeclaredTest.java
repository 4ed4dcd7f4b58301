package dev.respool.compiler.suspendable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Opcodes;

class UndeclaredTest {
  @ParameterizedTest
  @CsvSource({
    "a/Pump$1, <init>, true",
    "a/Pump$Part$12, <init>, true",
    "a/Pump$1Local, <init>, false",
    "a/Pump$, <init>, false",
    "a/Pump1, <init>, false",
    "1, <init>, false",
    "a/Pump$run$1, invoke, true",
    "a/Pump, invoke, false",
    "a/Pump$1, run, false",
    "a/Pump, run$lambda$0, false",
    "a/Pump, lambda$0, false",
    "a/Pump, run$default$2, true",
    "a/Pump, run$default, false",
    "a/Pump, liftedTree1$1, true",
    "a/Pump, $lessinit$greater$default$2, true",
    "a/Pump, run$, true",
    "a/Pump, liftedTree, false",
    "a/Pump$_run_lambda1, doCall, true",
    "a/Pump$_run_closure1, doCall, false",
    "a/Pump, doCall, false"
  })
  void methods_that_only_compilers_name_cannot_be_marked(
      String owner, String name, boolean expected) {
    assertEquals(
        expected, Undeclared.is(new MethodKey(owner, name, "()V"), Opcodes.ACC_PRIVATE, false));
  }

  @Test
  void synthetic_methods_cannot_be_marked() {
    assertTrue(Undeclared.is(new MethodKey("a/Pump", "run", "()V"), Opcodes.ACC_SYNTHETIC, false));
  }

  @Test
  void the_body_of_a_lambda_is_known_by_its_role() {
    MethodKey body = new MethodKey("a/PumpKt", "main$lambda$0$0", "()V");
    MethodKey named = new MethodKey("a/PumpKt", "drain", "()V");
    assertTrue(Undeclared.is(body, Opcodes.ACC_PRIVATE, true));
    assertFalse(Undeclared.is(body, Opcodes.ACC_PRIVATE, false));
    assertFalse(Undeclared.is(named, Opcodes.ACC_PRIVATE, true));
  }
}
