package dev.respool.compiler.analysis;

import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * What it takes to analyse a method, counted before it is done: a type for each local and operand
 * at each instruction, and each try range that covers one. The largest methods known, of module
 * descriptors of the JDK and of Clojure's core, come to 4 and 12 million; a hostile one of a few
 * kilobytes comes to billions.
 */
public final class AnalysisCost {
  private static final long MOST = 32_000_000;

  /** A handler is looked at again whenever something behind it changes. */
  private static final long EACH_HANDLER = 32;

  private AnalysisCost() {}

  /**
   * Whether a method can be analysed within reasonable time and memory.
   *
   * @param method with code
   * @return whether the rooms of the compiler should look at it
   */
  public static boolean isBearable(MethodNode method) {
    long types = (long) method.instructions.size() * (method.maxLocals + method.maxStack);
    return types + EACH_HANDLER * covered(method) <= MOST;
  }

  private static long covered(MethodNode method) {
    InsnList code = method.instructions;
    long covered = 0;
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      covered += Math.max(0, code.indexOf(block.end) - code.indexOf(block.start));
    }
    return covered;
  }
}
