package dev.respool.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.compiler.fixture.Assembly;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DominatorsTest {
  private static final Assembly CODE =
      Assembly.of(
          """
          try body bodyEnd handler any
          before:
            nop
          loop:
            nop
          body:
            iconst_0
            ifeq loop
            iconst_0
            ifeq middle
          bodyEnd:
            nop
          middle:
            iconst_0
            tableswitch loop before bodyEnd
          dead:
            return
          handler:
            athrow
          """);

  private final ControlFlow flow = new ControlFlow(CODE.method());
  private final int size = CODE.method().instructions.size();

  /** How many instructions are not reached if one is left out, found by a walk. */
  private int spared(List<Integer> starts, int index) {
    BitSet reached = flow.reachableFrom(starts);
    return reached.get(index)
        ? reached.cardinality() - flow.reachableBefore(starts, index).cardinality()
        : 0;
  }

  @Test
  void what_an_instruction_dominates_is_what_is_not_reached_without_it() {
    int[] ones = new int[size];
    Arrays.fill(ones, 1);
    for (List<Integer> starts :
        List.of(List.of(0), List.of(CODE.at("middle"), CODE.at("body")), List.of(size))) {
      int[] dominated = new Dominators(flow, size, starts).dominated(ones);
      for (int i = 0; i < size; i++) {
        assertEquals(spared(starts, i), dominated[i], starts + " without " + i);
      }
    }
  }
}
