package dev.respool.compiler.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

class SavedValuesTest {
  private final SavedValues saved = new SavedValues(false, new Core(Map.of()));

  private static BitSet slots(int... slots) {
    BitSet bits = new BitSet();
    for (int slot : slots) {
      bits.set(slot);
    }
    return bits;
  }

  @Test
  void live_locals_get_cells_of_their_sort_by_slot() {
    List<Object> types =
        List.of("A", Opcodes.LONG, Opcodes.TOP, Opcodes.INTEGER, "[B", Opcodes.FLOAT);
    assertEquals(
        "[0:A->r0, 1:long->p0, 3:int->p1, 4:[B->r1, 5:float->p1h]",
        saved.locals(types, slots(0, 1, 3, 4, 5)).toString());
  }

  @Test
  void two_locals_of_32_bits_share_a_cell_and_operands_do_not() {
    List<Object> types = List.of(Opcodes.INTEGER, Opcodes.FLOAT, Opcodes.INTEGER, Opcodes.INTEGER);
    assertEquals(
        "[0:int->p0, 1:float->p0h, 2:int->p1]", saved.locals(types, slots(0, 1, 2)).toString());
    assertEquals("[0:int->p2]", saved.stack(List.of(Opcodes.INTEGER)).toString());
  }

  @Test
  void the_first_value_of_32_bits_goes_into_the_gap() {
    List<Object> types = List.of(Opcodes.LONG, Opcodes.TOP, Opcodes.FLOAT, Opcodes.INTEGER);
    assertEquals(
        "[0:long->p0, 2:float->i0, 3:int->p1]",
        new SavedValues(true, new Core(Map.of())).locals(types, slots(0, 2, 3)).toString());
    assertEquals(
        "[0:A->r0, 1:int->i0, 2:int->p0]",
        new SavedValues(true, new Core(Map.of()))
            .stack(List.of("A", Opcodes.INTEGER, Opcodes.INTEGER))
            .toString());
  }

  @Test
  void locals_that_live_everywhere_come_first() {
    List<Object> types = List.of("A", "B", Opcodes.INTEGER, "C", Opcodes.LONG, Opcodes.TOP);
    assertEquals(
        "[0:A->r1, 1:B->r0, 3:C->r2, 4:long->p0]",
        new SavedValues(false, new Core(Map.of(1, "B", 4, Opcodes.LONG)))
            .locals(types, slots(0, 1, 3, 4))
            .toString());
  }

  @Test
  void dead_locals_get_none() {
    List<Object> types = List.of("A", "B", "C");
    assertEquals("[1:B->r0]", saved.locals(types, slots(1)).toString());
  }

  @Test
  void a_live_slot_without_a_type_is_left_out() {
    List<Object> types = List.of(Opcodes.TOP, "B");
    assertEquals("[1:B->r0]", saved.locals(types, slots(0, 1, 9)).toString());
  }

  @Test
  void what_is_known_to_be_null_needs_no_cell() {
    assertEquals("[0:null]", saved.locals(List.of(Opcodes.NULL), slots(0)).toString());
    assertEquals("[0:null, 1:A->r0]", saved.stack(List.of(Opcodes.NULL, "A")).toString());
  }

  @Test
  void operands_come_behind_the_locals_and_are_numbered_by_height() {
    saved.locals(List.of("A", Opcodes.INTEGER), slots(0, 1));
    assertEquals(
        "[0:B->r1, 1:double->p1, 2:C->r2]",
        saved.stack(List.of("B", Opcodes.DOUBLE, "C")).toString());
  }
}
