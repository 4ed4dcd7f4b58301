package dev.respool.compiler.emit;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.Relocation;
import dev.respool.compiler.plan.SuspensionPoint;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Copies the original code into one of the two bodies. It stays as it was written but for four
 * things: a suspension point tells the callee who calls and is followed by what the body does about
 * a suspension, moved {@code new}s move, final fields are assigned as the body may, and a return is
 * the body's own.
 */
final class BodyCopy {
  private final InsnList source;
  private final int maxLocals;
  private final Type returnType;
  private final Code code;
  private final Body body;
  private final CallWriter calls;
  private final Map<LabelNode, LabelNode> labels = new HashMap<>();
  private final Map<Integer, SuspensionPoint> points = new HashMap<>();
  private final Map<Integer, Relocation> moved = new HashMap<>();
  private final Map<Integer, Relocation> constructors = new HashMap<>();
  private final Set<Integer> leftOut = new HashSet<>();
  private final BitSet finalStores;

  /** The stack map frames at which handlers begin that name what they catch. */
  private final Set<Integer> handlers = new HashSet<>();

  private int lineLeftOut = -1;

  BodyCopy(MethodNode method, MethodPlan plan, Code code, Body body) {
    this.source = method.instructions;
    this.maxLocals = method.maxLocals;
    this.returnType = Type.getReturnType(method.desc);
    this.code = code;
    this.body = body;
    this.calls = new CallWriter(code, body, maxLocals);
    this.finalStores = body.mayAssignFinals() ? new BitSet() : plan.finals().stores();
    plan.points().forEach(point -> points.put(point.index(), point));
    for (Relocation relocation : plan.relocations()) {
      moved.put(relocation.newIndex(), relocation);
      constructors.put(relocation.constructorIndex(), relocation);
      relocation.copies().stream().forEach(leftOut::add);
    }
    for (AbstractInsnNode insn : source) {
      if (insn instanceof LabelNode label) {
        labels.put(label, new LabelNode());
      }
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if (block.type != null) { // what a finally block sees it throws again
        handlers.add(frameAt(block.handler));
      }
    }
  }

  /** The index of the frame that declares the types there; of an instruction if nothing does. */
  private int frameAt(LabelNode label) {
    int index = source.indexOf(label);
    while (source.get(index).getOpcode() < 0 && !(source.get(index) instanceof FrameNode)) {
      index++;
    }
    return index;
  }

  /** The copy of a label of the original. */
  LabelNode label(LabelNode original) {
    return labels.get(original);
  }

  void copy() {
    for (int i = 0; i < source.size(); i++) {
      AbstractInsnNode insn = source.get(i);
      SuspensionPoint point = points.get(i);
      if (insn instanceof LabelNode label) {
        if (body.isDebuggable()) {
          silenceRestOfLine(i);
        }
        code.add(label(label));
        body.at(i);
        continue;
      }
      body.at(i);
      if (point != null && (body.keeps(i) || body.isResumed())) {
        writeLineLeftOutAt(point);
        suspensionPoint(point, insn);
      } else if (body.keeps(i)) {
        copy(i, insn);
      } else if (insn instanceof LineNumberNode number) {
        lineLeftOut = number.line;
      }
    }
  }

  /** A jump leads to what is left of a line: it does not begin there. */
  private void silenceRestOfLine(int label) {
    int index = label;
    int frame = -1;
    while (index < source.size() && source.get(index).getOpcode() < 0) {
      if (lineLeftOut < 0 || source.get(index) instanceof LineNumberNode) {
        return;
      }
      if (source.get(index) instanceof FrameNode) {
        frame = index;
      }
      index++;
    }
    if (frame >= 0 && index < source.size() && body.keeps(index)) {
      SilentLine.write(code, body, lineLeftOut, body.localsAt(frame));
      lineLeftOut = -1;
    }
  }

  private void writeLineLeftOutAt(SuspensionPoint point) {
    if (body.isDebuggable() && !body.keeps(point.index())) {
      SilentLine.write(
          code,
          body,
          lineLeftOut,
          point.liveTypes().locals()); // the call was before: the line has been seen
      lineLeftOut = -1;
    } else {
      writeLineLeftOut();
    }
  }

  /**
   * What is left of a line that began with code that is not part of the body still belongs to it.
   */
  private void writeLineLeftOut() {
    code.line(lineLeftOut);
    lineLeftOut = -1;
  }

  private void copy(int index, AbstractInsnNode insn) {
    if (insn instanceof LineNumberNode) {
      lineLeftOut = -1;
    } else if (insn.getOpcode() >= 0) {
      writeLineLeftOut();
    }
    if (insn instanceof FrameNode) {
      body.frame(index);
      if (handlers.contains(index)) {
        body.caught(); // exception
      }
    } else if (moved.containsKey(index)) {
      initialize(moved.get(index));
    } else if (constructors.containsKey(index)) {
      makeObject(constructors.get(index)); // object, arguments
      code.add(insn.clone(labels)); // object
    } else if (finalStores.get(index)) {
      code.assignFinal((FieldInsnNode) insn);
    } else if (insn.getOpcode() == Opcodes.MONITORENTER) {
      body.enterMonitor(index);
    } else if (isReturn(insn)) {
      body.returnValue(returnType);
    } else if (!leftOut.contains(index)) {
      if (insn.getOpcode() == Opcodes.NEW) {
        code.add(code.newObjectLabel(index));
      }
      code.add(shifted(insn.clone(labels)));
    }
  }

  private static boolean isReturn(AbstractInsnNode insn) {
    return insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN;
  }

  private AbstractInsnNode shifted(AbstractInsnNode insn) {
    if (insn instanceof VarInsnNode access) {
      access.var += body.shift();
    } else if (insn instanceof IincInsnNode increment) {
      increment.var += body.shift();
    }
    return insn;
  }

  /** The call, with what the callee is to know, and what the body does then. */
  private void suspensionPoint(SuspensionPoint point, AbstractInsnNode call) {
    boolean copied = body.keeps(point.index());
    if (copied) {
      if (constructors.containsKey(point.index())) {
        makeObject(constructors.get(point.index())); // object, arguments
      }
      calls.emit(point, call.clone(labels)); // …, result
    }
    body.after(point, copied, frameFollows(point.index() + 1));
  }

  /** Whether the original declares the types at the next real instruction. */
  private boolean frameFollows(int start) {
    int index = start;
    while (source.get(index).getOpcode() < 0) {
      if (source.get(index) instanceof FrameNode) {
        return true;
      }
      index++;
    }
    return false;
  }

  /**
   * Initializes the class where the original does: {@code new T} and forget it; compiled code does
   * not allocate.
   */
  private void initialize(Relocation relocation) {
    code.newObject(relocation.type()); // object
    code.pop();
  }

  /** Makes the object below its arguments: they wait in locals above all others. */
  private void makeObject(Relocation relocation) {
    Temporaries arguments = new Temporaries(code, maxLocals, relocation.constructor());
    arguments.store();
    code.newObject(relocation.type()); // object
    for (int i = 1; i < relocation.height(); i++) {
      code.dup(); // object, object
    }
    arguments.load(); // object, arguments
  }
}
