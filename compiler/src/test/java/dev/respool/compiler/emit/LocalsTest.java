package dev.respool.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.plan.StackMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

class LocalsTest {
  private static List<Object> entries(int size, Object... slots) {
    return Locals.entries(new StackMap(List.of(slots), List.of()), size);
  }

  @Test
  void a_value_of_two_slots_becomes_one_entry() {
    assertEquals(
        List.of(Opcodes.LONG, "A", Opcodes.DOUBLE),
        entries(0, Opcodes.LONG, Opcodes.TOP, "A", Opcodes.DOUBLE, Opcodes.TOP));
  }

  @Test
  void an_untyped_slot_stays_an_entry() {
    assertEquals(List.of(Opcodes.TOP, "A"), entries(0, Opcodes.TOP, "A"));
  }

  @Test
  void missing_slots_are_filled_up() {
    assertEquals(
        List.of(Opcodes.LONG, Opcodes.TOP, Opcodes.TOP), entries(4, Opcodes.LONG, Opcodes.TOP));
  }

  @Test
  void temporaries_stand_above_the_locals_of_both_bodies() {
    assertTrue(Locals.temporaries(5) >= 5 + Locals.OWN);
    assertTrue(Locals.temporaries(5) > 5 + 1 + Locals.FAST_FRAME, "a variant's are one higher");
  }
}
