package dev.respool.corpus.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Holds the stack map of a class file against one that ASM computes from the instructions alone.
 * The written frame may say less than the computed one (a super type, TOP), never more. Code that
 * nothing reaches may say what it likes, and ASM overwrites it: frames are held against each other
 * only where the code is the same and is reached.
 */
public final class FrameComparison {
  private final TypeTree types;

  /**
   * A comparison.
   *
   * @param types how the types of the frames are related
   */
  public FrameComparison(TypeTree types) {
    this.types = types;
  }

  List<Fault> problems(byte[] classFile) {
    List<Fault> problems = new ArrayList<>();
    ClassNode written = read(classFile);
    ClassNode computed = read(recomputed(classFile));
    for (int m = 0; m < written.methods.size(); m++) {
      compare(written.name, written.methods.get(m), computed.methods.get(m), problems);
    }
    return problems;
  }

  /**
   * The same class with every frame computed from its instructions.
   *
   * @param classFile its bytes
   * @return the new bytes
   */
  public byte[] recomputed(byte[] classFile) {
    ClassWriter writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected String getCommonSuperClass(String a, String b) {
            return types.commonSuper(a, b);
          }
        };
    writer.setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE); // the default refuses long methods
    new ClassReader(classFile).accept(writer, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  private static ClassNode read(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
    return node;
  }

  private void compare(
      String owner, MethodNode written, MethodNode computed, List<Fault> problems) {
    Frames mine = Frames.of(written);
    Frames theirs = Frames.of(computed);
    if (!mine.opcodes().equals(theirs.opcodes())) {
      return;
    }
    Map<Integer, FrameNode> wrong = new HashMap<>(mine.at());
    wrong.keySet().retainAll(theirs.at().keySet());
    wrong.entrySet().removeIf(at -> covers(at.getValue(), theirs.at().get(at.getKey())));
    if (!wrong.isEmpty()) {
      wrong.values().retainAll(reached(owner, written));
      wrong.forEach((i, frame) -> problems.add(complaint(written, i, frame, theirs.at().get(i))));
    }
  }

  private static Set<AbstractInsnNode> reached(String owner, MethodNode method) {
    Set<AbstractInsnNode> reached = new HashSet<>();
    try {
      Frame<?>[] states = new Analyzer<>(new BasicInterpreter()).analyze(owner, method);
      for (int i = 0; i < states.length; i++) {
        if (states[i] != null) {
          reached.add(method.instructions.get(i));
        }
      }
    } catch (AnalyzerException e) {
      method.instructions.forEach(reached::add); // what is wrong, the data flow check tells
    }
    return reached;
  }

  private static Fault complaint(MethodNode method, int index, FrameNode is, FrameNode should) {
    String text =
        "the frame at instruction %d says %s %s, computed %s %s"
            .formatted(index, is.local, is.stack, should.local, should.stack);
    return new Fault("stack map", method.name + method.desc, text);
  }

  private boolean covers(FrameNode frame, FrameNode computed) {
    return frame.stack.size() == computed.stack.size()
        && covers(slots(frame.local), slots(computed.local))
        && covers(frame.stack, computed.stack);
  }

  /** One entry a slot: the second half of a long or double is TOP. */
  private static List<Object> slots(List<Object> locals) {
    List<Object> slots = new ArrayList<>();
    for (Object local : locals) {
      slots.add(local);
      if (local.equals(Opcodes.LONG) || local.equals(Opcodes.DOUBLE)) {
        slots.add(Opcodes.TOP);
      }
    }
    return slots;
  }

  private boolean covers(List<Object> written, List<Object> computed) {
    for (int i = 0; i < written.size(); i++) {
      Object source = i < computed.size() ? computed.get(i) : Opcodes.TOP;
      if (!covers(written.get(i), source)) {
        return false;
      }
    }
    return true;
  }

  private boolean covers(Object written, Object computed) {
    if (written.equals(Opcodes.TOP) || written.equals(computed)) {
      return true;
    }
    if (written instanceof LabelNode) {
      return computed instanceof LabelNode;
    }
    if (!(written instanceof String to)) {
      return false;
    }
    return computed.equals(Opcodes.NULL)
        || computed instanceof String from
            && types.accepts(Type.getObjectType(to), Type.getObjectType(from));
  }

  /** Frames by the number of the real instruction that they stand before. */
  private record Frames(Map<Integer, FrameNode> at, List<Integer> opcodes) {
    static Frames of(MethodNode method) {
      Map<Integer, FrameNode> at = new HashMap<>();
      List<Integer> opcodes = new ArrayList<>();
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof FrameNode frame) {
          at.put(opcodes.size(), frame);
        } else if (instruction.getOpcode() >= 0) {
          opcodes.add(instruction.getOpcode());
        }
      }
      return new Frames(at, opcodes);
    }
  }
}
