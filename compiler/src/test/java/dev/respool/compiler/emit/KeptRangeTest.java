package dev.respool.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.fixture.Assembly;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class KeptRangeTest {
  private final Assembly code =
      Assembly.of(
          """
          before:
            nop
          start:
            line 3
            iconst_0
            pop
          end:
            return
          """);

  private boolean isLeft(int... kept) {
    BitSet bits = new BitSet();
    for (int index : kept) {
      bits.set(index);
    }
    return KeptRange.isLeft(
        code.method().instructions, code.labelNamed("start"), code.labelNamed("end"), bits);
  }

  private int label(String name) {
    return code.method().instructions.indexOf(code.labelNamed(name));
  }

  @Test
  void an_instruction_in_the_range_is_something() {
    assertTrue(isLeft(code.at("start")));
    assertTrue(isLeft(code.at("start") + 1));
  }

  @Test
  void instructions_around_the_range_are_nothing() {
    assertFalse(isLeft(code.at("before"), code.at("end")));
  }

  @Test
  void labels_and_lines_in_the_range_are_nothing() {
    assertFalse(isLeft(label("start"), label("start") + 1, label("start") + 2, label("end")));
  }
}
