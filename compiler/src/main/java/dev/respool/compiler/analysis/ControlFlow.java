package dev.respool.compiler.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Which instruction may run after which. Labels, lines and frames count as instructions that do
 * nothing.
 *
 * <p>An instruction in a try range is followed by each handler of the range, whether or not it can
 * throw.
 */
public final class ControlFlow {
  private static final int[] NONE = {};

  private final InsnList code;
  private final List<List<TryCatchBlockNode>> blocks;
  private final int[][] following;
  private final int[][] handlers;

  /**
   * Reads a method.
   *
   * @param method with code
   */
  public ControlFlow(MethodNode method) {
    this.code = method.instructions;
    this.blocks = new ArrayList<>(code.size());
    for (int i = 0; i < code.size(); i++) {
      blocks.add(List.of());
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      cover(block);
    }
    this.following = new int[code.size()][];
    this.handlers = new int[code.size()][];
    for (int i = 0; i < code.size(); i++) {
      following[i] = followersOf(i);
      handlers[i] = handlersOf(i);
    }
  }

  private int[] handlersOf(int index) {
    List<TryCatchBlockNode> covering = blocks.get(index);
    if (covering.isEmpty()) {
      return NONE;
    }
    int[] all = new int[covering.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = indexOf(covering.get(i).handler);
    }
    return all;
  }

  private void cover(TryCatchBlockNode block) {
    for (int i = code.indexOf(block.start); i < code.indexOf(block.end); i++) {
      if (blocks.get(i).isEmpty()) {
        blocks.set(i, new ArrayList<>());
      }
      blocks.get(i).add(block);
    }
  }

  /**
   * The try blocks whose range covers an instruction.
   *
   * @param index of the instruction
   * @return in the order in which the JVM searches them
   */
  public List<TryCatchBlockNode> blocksAt(int index) {
    return blocks.get(index);
  }

  /**
   * The index of a label.
   *
   * @param label of this method
   * @return its index
   */
  public int indexOf(LabelNode label) {
    return code.indexOf(label);
  }

  /**
   * Visits the instructions that may follow without an exception.
   *
   * @param index of the instruction
   * @param visitor gets their indices
   */
  public void successors(int index, IntConsumer visitor) {
    for (int next : following[index]) {
      visitor.accept(next);
    }
  }

  /** Not to be changed: the instructions that may follow without an exception. */
  int[] following(int index) {
    return following[index];
  }

  /** Not to be changed: where an exception may lead, for each covering block. */
  int[] handlers(int index) {
    return handlers[index];
  }

  private int[] followersOf(int index) {
    AbstractInsnNode insn = code.get(index);
    boolean falls = fallsThrough(insn) && index + 1 < code.size();
    List<LabelNode> targets = targets(insn);
    int[] following = new int[targets.size() + (falls ? 1 : 0)];
    for (int i = 0; i < targets.size(); i++) {
      following[i] = indexOf(targets.get(i));
    }
    if (falls) {
      following[targets.size()] = index + 1;
    }
    return following;
  }

  /** Of a switch the default comes first. */
  private static List<LabelNode> targets(AbstractInsnNode insn) {
    if (insn instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    } else if (insn instanceof TableSwitchInsnNode table) {
      return targets(table.dflt, table.labels);
    } else if (insn instanceof LookupSwitchInsnNode lookup) {
      return targets(lookup.dflt, lookup.labels);
    }
    return List.of();
  }

  private static List<LabelNode> targets(LabelNode otherwise, List<LabelNode> cases) {
    List<LabelNode> targets = new ArrayList<>(1 + cases.size());
    targets.add(otherwise);
    targets.addAll(cases);
    return targets;
  }

  /**
   * The instructions that each one may follow, by an exception, too.
   *
   * @return by index
   */
  public List<List<Integer>> predecessors() {
    List<List<Integer>> predecessors = new ArrayList<>(code.size());
    for (int i = 0; i < code.size(); i++) {
      predecessors.add(new ArrayList<>(1));
    }
    for (int i = 0; i < code.size(); i++) {
      for (int next : following[i]) {
        predecessors.get(next).add(i);
      }
      for (int handler : handlers[i]) {
        predecessors.get(handler).add(i);
      }
    }
    return predecessors;
  }

  private static boolean fallsThrough(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    return switch (opcode) {
      case Opcodes.GOTO, Opcodes.ATHROW, Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH -> false;
      default -> opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN;
    };
  }

  /**
   * The instructions that may run once one of the given ones does.
   *
   * @param starts indices
   * @return indices, the starts included
   */
  public BitSet reachableFrom(Collection<Integer> starts) {
    return reachableFrom(starts, index -> true);
  }

  /**
   * The instructions that may run once one of the given ones does, until another one is reached.
   *
   * @param starts indices
   * @param end the index of that one
   * @return indices, the starts included, the end not
   */
  public BitSet reachableBefore(Collection<Integer> starts, int end) {
    BitSet reached = new BitSet(code.size());
    reached.set(end);
    reachableFrom(starts, index -> true, reached);
    reached.clear(end);
    return reached;
  }

  /**
   * The instructions that may run once one of the given ones does, if some of them do not complete
   * but throw.
   *
   * @param starts indices
   * @param completes whether the instruction with an index goes on to the next
   * @return indices, the starts included
   */
  public BitSet reachableFrom(Collection<Integer> starts, IntPredicate completes) {
    return reachableFrom(starts, completes, new BitSet(code.size()));
  }

  private BitSet reachableFrom(Collection<Integer> starts, IntPredicate completes, BitSet reached) {
    Walk walk = new Walk(reached);
    for (int start : starts) {
      walk.reach(start);
    }
    while (walk.left > 0) {
      int index = walk.open[--walk.left];
      if (completes.test(index)) {
        walk.reachAll(following[index]);
      }
      walk.reachAll(handlers[index]);
    }
    return reached;
  }

  /** A planner walks large methods a thousand times: nothing is boxed, none is queued twice. */
  private final class Walk {
    private final BitSet reached;
    private final int[] open = new int[code.size()];
    private int left;

    Walk(BitSet reached) {
      this.reached = reached;
    }

    void reachAll(int[] indices) {
      for (int index : indices) {
        reach(index);
      }
    }

    void reach(int index) {
      if (index < open.length && !reached.get(index)) {
        reached.set(index);
        open[left++] = index;
      }
    }
  }
}
