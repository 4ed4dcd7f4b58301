package dev.respool.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The types before each instruction, by one walk over the code from the method's own stack map
 * frames (JVMS 4.7.4). Nothing is merged and no class is looked up: where paths join the class file
 * says what holds.
 */
public final class TypeStates {
  private final List<TypeState> before;
  private final Map<Label, Integer> newByLabel = new HashMap<>();

  /**
   * Analyses a method.
   *
   * @param owner internal name of its class
   * @param method with code whose frames are expanded
   */
  public TypeStates(String owner, MethodNode method) {
    AnalyzerAdapter walk =
        new AnalyzerAdapter(owner, method.access, method.name, method.desc, null);
    before = new ArrayList<>(method.instructions.size() + 1);
    for (AbstractInsnNode insn : method.instructions) {
      before.add(follows(insn.getPrevious()) ? last() : snapshot(walk));
      insn.accept(walk);
      if (insn.getOpcode() == Opcodes.NEW && walk.stack != null) {
        newByLabel.put((Label) walk.stack.get(walk.stack.size() - 1), before.size() - 1);
      }
    }
    before.add(snapshot(walk));
  }

  /** Whether nothing has changed since the snapshot before. */
  private static boolean follows(AbstractInsnNode previous) {
    return previous instanceof LabelNode || previous instanceof LineNumberNode;
  }

  private TypeState last() {
    return before.get(before.size() - 1);
  }

  private static TypeState snapshot(AnalyzerAdapter walk) {
    return walk.locals == null ? null : TypeState.of(walk.locals, walk.stack);
  }

  /**
   * The types before an instruction.
   *
   * @param index of the instruction
   * @return null if it is never reached
   */
  public TypeState before(int index) {
    return before.get(index);
  }

  /**
   * Whether an instruction can run at all.
   *
   * @param index of the instruction
   * @return false for dead code
   */
  public boolean isReached(int index) {
    return before.get(index) != null;
  }

  /**
   * The {@code NEW} that made an uninitialized value.
   *
   * @param type a verification type
   * @return the index of the instruction, or -1 for any other type
   */
  public int newInsnOf(Object type) {
    return type instanceof Label label ? newByLabel.getOrDefault(label, -1) : -1;
  }

  /**
   * The types that a stack map frame declares.
   *
   * @param frame an expanded frame
   * @return the state, with labels in the place of label nodes
   */
  public static TypeState of(FrameNode frame) {
    List<Object> locals = new ArrayList<>();
    for (Object type : frame.local) {
      locals.add(label(type));
      if (TypeState.isWide(type)) {
        locals.add(Opcodes.TOP);
      }
    }
    return new TypeState(locals, frame.stack.stream().map(TypeStates::label).toList());
  }

  private static Object label(Object type) {
    return type instanceof LabelNode node ? node.getLabel() : type;
  }
}
