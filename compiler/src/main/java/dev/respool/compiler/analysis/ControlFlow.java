package dev.respool.compiler.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
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
  private final InsnList code;
  private final List<List<TryCatchBlockNode>> blocks;

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
    AbstractInsnNode insn = code.get(index);
    if (insn instanceof JumpInsnNode jump) {
      visitor.accept(indexOf(jump.label));
    } else if (insn instanceof TableSwitchInsnNode table) {
      visitor.accept(indexOf(table.dflt));
      table.labels.forEach(label -> visitor.accept(indexOf(label)));
    } else if (insn instanceof LookupSwitchInsnNode lookup) {
      visitor.accept(indexOf(lookup.dflt));
      lookup.labels.forEach(label -> visitor.accept(indexOf(label)));
    }
    if (fallsThrough(insn) && index + 1 < code.size()) {
      visitor.accept(index + 1);
    }
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
      int index = i;
      successors(index, next -> predecessors.get(next).add(index));
      blocksAt(index).forEach(block -> predecessors.get(indexOf(block.handler)).add(index));
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
    Deque<Integer> open = new ArrayDeque<>(starts);
    while (!open.isEmpty()) {
      int index = open.pop();
      if (index < code.size() && !reached.get(index)) {
        reached.set(index);
        if (completes.test(index)) {
          successors(index, open::push);
        }
        blocksAt(index).forEach(block -> open.push(indexOf(block.handler)));
      }
    }
    return reached;
  }
}
