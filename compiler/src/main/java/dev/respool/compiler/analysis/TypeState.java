package dev.respool.compiler.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.objectweb.asm.Opcodes;

/**
 * The verification types (JVMS 4.10.1.2) at one place of a method, as ASM writes them: an {@link
 * Opcodes} constant, an internal name or array descriptor, or, for a new object whose constructor
 * has not run, the label of its {@code NEW}.
 *
 * @param locals by slot; the second slot of a long or double is {@link Opcodes#TOP}
 * @param stack bottom first, one entry a value
 */
public record TypeState(List<Object> locals, List<Object> stack) {

  /**
   * From the lists of an {@code AnalyzerAdapter}, in which a long or double on the stack is
   * followed by TOP.
   */
  static TypeState of(List<Object> locals, List<Object> doubledStack) {
    List<Object> stack = new ArrayList<>(doubledStack.size());
    for (int i = 0; i < doubledStack.size(); i++) {
      Object type = doubledStack.get(i);
      stack.add(type);
      if (isWide(type)) {
        i++;
      }
    }
    return new TypeState(List.copyOf(locals), List.copyOf(stack));
  }

  /**
   * The state with each type on the stack put through a function.
   *
   * @param change null removes the entry
   * @return a new state
   */
  public TypeState mapStack(UnaryOperator<Object> change) {
    List<Object> changed = new ArrayList<>(stack.size());
    for (Object type : stack) {
      Object mapped = change.apply(type);
      if (mapped != null) {
        changed.add(mapped);
      }
    }
    return new TypeState(locals, changed);
  }

  /**
   * Whether a value of this type takes two slots.
   *
   * @param type a verification type
   * @return true for long and double
   */
  public static boolean isWide(Object type) {
    return type == Opcodes.LONG || type == Opcodes.DOUBLE;
  }
}
