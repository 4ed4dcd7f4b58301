package dev.respool.compiler.emit;

import dev.respool.compiler.plan.StackMap;
import dev.respool.compiler.plan.ValueKind;
import java.util.List;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;

/**
 * Gives code a line at which no debugger stops.
 *
 * <p>An entry in the table of lines (JVMS 4.7.12) says two things: to which line the code behind it
 * belongs, which a step reads, and where the line begins, where debuggers set breakpoints. Code
 * that is not in the source must belong to the line of its call, or a step over that call would end
 * in it. It must not be where the line begins, or a breakpoint there would be hit twice. So the
 * entry stands at an instruction that never runs:
 *
 * <pre>
 *   … goto elsewhere; line: throw null; code of that line …
 * </pre>
 */
final class SilentLine {
  private SilentLine() {}

  /** Behind all that the original has. */
  static void write(Code code, Body body, int line) {
    write(code, body, line, List.of());
  }

  /**
   * Behind code that does not continue here: what follows begins with a label of its own.
   *
   * @param locals what the handlers of this place, if there are any, must find in them
   */
  static void write(Code code, Body body, int line, List<Object> locals) {
    if (line < 0) {
      return;
    }
    LabelNode here = new LabelNode();
    code.add(here);
    body.frame(new StackMap(locals, List.of())); // nothing
    code.add(new LineNumberNode(line, here));
    code.zero(ValueKind.REF); // null
    code.throwException();
  }
}
