package dev.respool.compiler.analysis;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * How many locks of {@code java.util.concurrent.locks} that belong to a thread the method has
 * locked and not unlocked before each instruction, on every way to it. A {@code tryLock}, which may
 * fail, does not count.
 */
public final class HeldLocks {
  private static final String PACKAGE = "java/util/concurrent/locks/";
  private static final Set<String> OWNED_BY_THREADS =
      Set.of(
          PACKAGE + "Lock",
          PACKAGE + "ReentrantLock",
          PACKAGE + "ReentrantReadWriteLock$ReadLock",
          PACKAGE + "ReentrantReadWriteLock$WriteLock");

  private static final int UNREACHED = Integer.MAX_VALUE;

  private final int[] before;

  /**
   * Analyses a method.
   *
   * @param method with code
   * @param flow of the same method
   */
  public HeldLocks(MethodNode method, ControlFlow flow) {
    before = new int[method.instructions.size()];
    Arrays.fill(before, UNREACHED);
    Deque<Integer> open = new ArrayDeque<>();
    reach(0, 0, open);
    while (!open.isEmpty()) {
      int index = open.pop();
      int after = Math.max(0, before[index] + effect(method.instructions.get(index)));
      flow.successors(index, next -> reach(next, after, open));
      flow.blocksAt(index)
          .forEach(block -> reach(flow.indexOf(block.handler), before[index], open));
    }
  }

  private void reach(int index, int held, Deque<Integer> open) {
    if (index < before.length && held < before[index]) {
      before[index] = held;
      open.push(index);
    }
  }

  private static int effect(AbstractInsnNode insn) {
    if (!(insn instanceof MethodInsnNode call) || !OWNED_BY_THREADS.contains(call.owner)) {
      return 0;
    }
    return switch (call.name) {
      case "lock", "lockInterruptibly" -> 1;
      case "unlock" -> -1;
      default -> 0;
    };
  }

  /**
   * Whether a method locks any such lock; the analysis need not look at others.
   *
   * @param method any
   * @return false if none can be held
   */
  public static boolean mayBeIn(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (effect(insn) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The number of locks held.
   *
   * @param index of an instruction
   * @return 0 too for an instruction that is never reached
   */
  public int before(int index) {
    return before[index] == UNREACHED ? 0 : before[index];
  }
}
