package dev.respool.compiler;

import dev.respool.compiler.analysis.Operands;
import dev.respool.compiler.suspendable.CertainSuspension;
import dev.respool.compiler.suspendable.ClassHierarchy;
import dev.respool.compiler.suspendable.MethodKey;
import dev.respool.compiler.suspendable.Suspendability;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AbstractInsnNode;

/** One sort of calls that {@link UncapturedCallCheck} finds. */
interface CallCheck {
  /**
   * The classes that are looked at.
   *
   * @param classes all of them
   * @param suspendability who can suspend among them
   * @param certain who does so for certain
   */
  record World(ClassHierarchy classes, Suspendability suspendability, CertainSuspension certain) {}

  /**
   * A call that is found.
   *
   * @param what what it does
   * @param remedy what to write instead
   * @param suspending the method that suspends for certain
   */
  record Finding(String what, String remedy, MethodKey suspending) {}

  /** What is wrong with an instruction, if it is a call. */
  Stream<Finding> findings(AbstractInsnNode insn, List<Operands.Operand> operands);
}
