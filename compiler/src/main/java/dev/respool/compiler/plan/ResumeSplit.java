package dev.respool.compiler.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * Where a resume method that is too long for HotSpot is cut in two: at a place to which the code
 * comes again and again, such as the beginning of a loop's body.
 *
 * @param cut the index of the place: of a label, or of an instruction
 * @param framed whether the original declares the types there, since it jumps there
 * @param types what lives there
 * @param head the instructions that can run after a resumption until the cut is reached
 * @param tail those that can run from the cut on
 */
public record ResumeSplit(int cut, boolean framed, StackMap types, BitSet head, BitSet tail) {
  /**
   * A local that lives at the cut.
   *
   * @param slot of the original
   * @param type its verification type
   */
  public record Local(int slot, Object type) {
    /**
     * The kind of its value.
     *
     * @return never null
     */
    public ValueKind kind() {
      return ValueKind.of(type);
    }
  }

  /**
   * What is handed over: the locals that live at the cut, by slot, but for those that are known to
   * be null.
   *
   * @return a new list
   */
  public List<Local> handedOver() {
    return locals(false);
  }

  /**
   * The locals that live at the cut and are known to be null.
   *
   * @return a new list
   */
  public List<Local> nulls() {
    return locals(true);
  }

  private List<Local> locals(boolean ofNull) {
    List<Local> locals = new ArrayList<>();
    for (int slot = 0; slot < types.locals().size(); slot++) {
      Object type = types.locals().get(slot);
      if (type != Opcodes.TOP && (type == Opcodes.NULL) == ofNull) {
        locals.add(new Local(slot, type));
      }
    }
    return locals;
  }

  @Override
  public String toString() {
    return "cut at " + cut + " with " + types.locals() + "\n";
  }
}
