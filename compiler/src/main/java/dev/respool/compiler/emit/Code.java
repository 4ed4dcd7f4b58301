package dev.respool.compiler.emit;

import dev.respool.compiler.plan.Call;
import dev.respool.compiler.plan.Cell;
import dev.respool.compiler.plan.FrameLayout;
import dev.respool.compiler.plan.StackMap;
import dev.respool.compiler.plan.ValueKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes instructions: the one class that knows opcodes and what the five kinds of values need. The
 * comments at the calls show the stack behind each line.
 */
final class Code {
  private static final int[] WIDEN = {Opcodes.I2L, Opcodes.NOP, Opcodes.I2L, Opcodes.NOP};
  private static final int[] NARROW = {Opcodes.L2I, Opcodes.NOP, Opcodes.L2I, Opcodes.NOP};
  private static final int[] ZERO = {
    Opcodes.ICONST_0, Opcodes.LCONST_0, Opcodes.FCONST_0, Opcodes.DCONST_0, Opcodes.ACONST_NULL
  };

  private final InsnList instructions = new InsnList();
  private final Map<Integer, LabelNode> newObjects = new HashMap<>();

  InsnList instructions() {
    return instructions;
  }

  void add(AbstractInsnNode insn) {
    instructions.add(insn);
  }

  private void insn(int opcode) {
    if (opcode != Opcodes.NOP) {
      instructions.add(new InsnNode(opcode));
    }
  }

  void load(ValueKind kind, int slot) {
    instructions.add(new VarInsnNode(Opcodes.ILOAD + kind.ordinal(), slot));
  }

  void store(ValueKind kind, int slot) {
    instructions.add(new VarInsnNode(Opcodes.ISTORE + kind.ordinal(), slot));
  }

  void returnValue(ValueKind kind) {
    insn(Opcodes.IRETURN + kind.ordinal());
  }

  void returnVoid() {
    insn(Opcodes.RETURN);
  }

  void zero(ValueKind kind) {
    insn(ZERO[kind.ordinal()]);
  }

  void pop(Type type) {
    if (type.getSize() > 0) {
      insn(type.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
  }

  void pop() {
    insn(Opcodes.POP);
  }

  void dup2() {
    insn(Opcodes.DUP2);
  }

  void dup() {
    insn(Opcodes.DUP);
  }

  void throwException() {
    insn(Opcodes.ATHROW);
  }

  void enterMonitor() {
    insn(Opcodes.MONITORENTER);
  }

  void exitMonitor() {
    insn(Opcodes.MONITOREXIT);
  }

  void constant(int value) {
    if (value >= -1 && value <= 5) {
      insn(Opcodes.ICONST_0 + value);
    } else if (value == (byte) value) {
      instructions.add(new IntInsnNode(Opcodes.BIPUSH, value));
    } else if (value == (short) value) {
      instructions.add(new IntInsnNode(Opcodes.SIPUSH, value));
    } else {
      instructions.add(new LdcInsnNode(value));
    }
  }

  void constant(long value) {
    instructions.add(new LdcInsnNode(value));
  }

  void constant(Type type) {
    instructions.add(new LdcInsnNode(type));
  }

  void getField(String owner, String name, String descriptor) {
    instructions.add(new FieldInsnNode(Opcodes.GETFIELD, owner, name, descriptor));
  }

  void putField(String owner, String name, String descriptor) {
    instructions.add(new FieldInsnNode(Opcodes.PUTFIELD, owner, name, descriptor));
  }

  /** receiver, value -> nothing; assigns a final field outside of a constructor. */
  void assignFinal(FieldInsnNode store) {
    String type = "(L" + store.owner + ";" + store.desc + ")V";
    instructions.add(new InvokeDynamicInsnNode(store.name, type, RuntimeAbi.FINAL_FIELD_SETTER));
  }

  /** Nothing that is stored before may be seen later than what is stored behind it. */
  void releaseFence() {
    invokeStatic("java/lang/invoke/VarHandle", "releaseFence", "()V", false);
  }

  void invokeStatic(String owner, String name, String descriptor, boolean inInterface) {
    call(Opcodes.INVOKESTATIC, owner, name, descriptor, inInterface);
  }

  void invokeVirtual(String owner, String name, String descriptor) {
    call(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
  }

  void invokeConstructor(String owner, String descriptor) {
    call(Opcodes.INVOKESPECIAL, owner, "<init>", descriptor, false);
  }

  /** Calls what a method handle of the given sort (JVMS 5.4.3.5) would call. */
  void invokeAs(int handleTag, String owner, String name, String descriptor, boolean inInterface) {
    int opcode =
        switch (handleTag) {
          case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
          case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
          case Opcodes.H_INVOKESPECIAL, Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
          default -> Opcodes.INVOKEVIRTUAL;
        };
    call(opcode, owner, name, descriptor, inInterface);
  }

  /** Calls a variant, which no dispatch can miss. */
  void invokeBound(Call.Variant variant) {
    call(
        variant.isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL,
        variant.owner(),
        variant.name(),
        variant.descriptor(),
        variant.isInterface());
  }

  private void call(int opcode, String owner, String name, String descriptor, boolean itf) {
    instructions.add(new MethodInsnNode(opcode, owner, name, descriptor, itf));
  }

  void newObject(String type) {
    instructions.add(new TypeInsnNode(Opcodes.NEW, type));
  }

  void cast(String type) {
    if (!type.equals("java/lang/Object")) {
      instructions.add(new TypeInsnNode(Opcodes.CHECKCAST, type));
    }
  }

  void goTo(LabelNode target) {
    instructions.add(new JumpInsnNode(Opcodes.GOTO, target));
  }

  void ifTrue(LabelNode target) {
    instructions.add(new JumpInsnNode(Opcodes.IFNE, target));
  }

  void ifNotNull(LabelNode target) {
    instructions.add(new JumpInsnNode(Opcodes.IFNONNULL, target));
  }

  /** number -> nothing; goes to the target of a number; there are several targets. */
  void goToNumbered(SortedMap<Integer, LabelNode> targets) {
    LabelNode most = mostFrequent(targets.values());
    SortedMap<Integer, LabelNode> others = new TreeMap<>(targets);
    others.values().removeIf(target -> target == most);
    if (others.size() == 1) {
      constant(others.firstKey()); // number, number
      instructions.add(new JumpInsnNode(Opcodes.IF_ICMPEQ, others.get(others.firstKey())));
      goTo(most);
    } else {
      goToNumbered(others, most);
    }
  }

  private void goToNumbered(SortedMap<Integer, LabelNode> targets, LabelNode other) {
    int first = targets.firstKey();
    int range = targets.lastKey() - first + 1;
    if (range <= 2 * targets.size()) { // 4 bytes a number or 8 bytes a target
      LabelNode[] table = new LabelNode[range];
      Arrays.setAll(table, i -> targets.getOrDefault(first + i, other));
      instructions.add(new TableSwitchInsnNode(first, first + range - 1, other, table));
    } else {
      int[] numbers = targets.keySet().stream().mapToInt(Integer::intValue).toArray();
      LabelNode[] labels = targets.values().toArray(new LabelNode[0]);
      instructions.add(new LookupSwitchInsnNode(other, numbers, labels));
    }
  }

  private static LabelNode mostFrequent(Collection<LabelNode> targets) {
    Map<LabelNode, Integer> counts = new LinkedHashMap<>();
    targets.forEach(target -> counts.merge(target, 1, Integer::sum));
    return Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  void line(int line) {
    if (line >= 0) {
      LabelNode here = new LabelNode();
      instructions.add(here);
      instructions.add(new LineNumberNode(line, here));
    }
  }

  /** From a value of a kind to the 64 bits that cells and the carrier hold. */
  void widen(ValueKind kind) {
    if (kind == ValueKind.DOUBLE) {
      invokeStatic("java/lang/Double", "doubleToRawLongBits", "(D)J", false);
    }
    toInt(kind);
    insn(WIDEN[kind.ordinal()]);
  }

  /** From an int or a float to its bits; others stay. */
  void toInt(ValueKind kind) {
    if (kind == ValueKind.FLOAT) {
      invokeStatic("java/lang/Float", "floatToRawIntBits", "(F)I", false);
    }
  }

  /** The way back. */
  void fromInt(ValueKind kind) {
    if (kind == ValueKind.FLOAT) {
      invokeStatic("java/lang/Float", "intBitsToFloat", "(I)F", false);
    }
  }

  /** The way back. */
  void narrow(ValueKind kind) {
    insn(NARROW[kind.ordinal()]);
    fromInt(kind);
    if (kind == ValueKind.DOUBLE) {
      invokeStatic("java/lang/Double", "longBitsToDouble", "(J)D", false);
    }
  }

  /** lower, upper half as 64 bits each -> both. */
  void joinHalves() {
    constant(Integer.SIZE); // lower, upper, 32
    insn(Opcodes.LSHL); // lower, upper << 32
    insn(Opcodes.DUP2_X2); // upper << 32, lower, upper << 32
    insn(Opcodes.POP2); // upper << 32, lower
    constant(0xffffffffL); // upper << 32, lower, mask
    insn(Opcodes.LAND); // upper << 32, lower & mask
    insn(Opcodes.LOR); // bits
  }

  /** bits -> the upper half as 64 bits. */
  void upperHalf() {
    constant(Integer.SIZE); // bits, 32
    insn(Opcodes.LUSHR); // upper
  }

  /** Puts an object below the 64 bits on top of the stack. */
  void swapBelowLong() {
    insn(Opcodes.DUP_X2); // o, bits, o
    insn(Opcodes.POP); // o, bits
  }

  void swap() {
    insn(Opcodes.SWAP);
  }

  /** frame -> content of the cell. */
  void getCell(FrameLayout layout, Cell cell) {
    if (layout.isWide()) {
      cellArray(cell); // array
      constant(cell.index()); // array, index
      insn(cell.reference() ? Opcodes.AALOAD : Opcodes.LALOAD); // content
    } else {
      getField(RuntimeAbi.frameClass(layout), cell.field(), RuntimeAbi.cellDescriptor(cell));
    }
  }

  /** frame, content -> nothing; a reference that the cell has already is not stored again. */
  void putCell(FrameLayout layout, Cell cell) {
    if (!layout.isWide()) {
      putShapeCell(RuntimeAbi.frameClass(layout), cell);
    } else if (cell.reference()) {
      constant(cell.index()); // frame, content, index
      invokeVirtual(RuntimeAbi.WIDE, "set", "(Ljava/lang/Object;I)V");
    } else {
      insn(Opcodes.DUP2_X1); // content, frame, content
      insn(Opcodes.POP2); // content, frame
      cellArray(cell); // content, array
      insn(Opcodes.DUP_X2); // array, content, array
      insn(Opcodes.POP); // array, content
      constant(cell.index()); // array, content, index
      insn(Opcodes.DUP_X2); // array, index, content, index
      insn(Opcodes.POP); // array, index, content
      insn(Opcodes.LASTORE);
    }
  }

  private void putShapeCell(String shape, Cell cell) {
    if (cell.reference()) {
      invokeVirtual(shape, cell.field(), "(Ljava/lang/Object;)V");
    } else {
      putField(shape, cell.field(), RuntimeAbi.cellDescriptor(cell));
    }
  }

  private void cellArray(Cell cell) {
    getField(
        RuntimeAbi.WIDE,
        cell.reference() ? "refs" : "prims",
        cell.reference() ? "[Ljava/lang/Object;" : "[J");
  }

  /** receiver, arguments -> receiver, arguments, receiver; for up to two slots of arguments. */
  void copyReceiver(int argumentSlots) {
    switch (argumentSlots) {
      case 0 -> dup(); // r, r
      case 1 -> {
        insn(Opcodes.DUP2); // r, a, r, a
        pop(); // r, a, r
      }
      case 2 -> {
        insn(Opcodes.DUP2_X1); // aa, r, aa
        insn(Opcodes.POP2); // aa, r
        insn(Opcodes.DUP_X2); // r, aa, r
      }
      default -> throw new IllegalArgumentException(argumentSlots + " slots of arguments");
    }
  }

  /** The label in front of the copy of the {@code NEW} with the given index. */
  LabelNode newObjectLabel(int index) {
    return newObjects.computeIfAbsent(index, i -> new LabelNode());
  }

  /** A stack map frame; types as in {@link StackMap}, locals one entry a value. */
  void frame(List<Object> locals, List<Object> stack) {
    Object[] localTypes = frameTypes(locals);
    Object[] stackTypes = frameTypes(stack);
    instructions.add(
        new FrameNode(Opcodes.F_NEW, localTypes.length, localTypes, stackTypes.length, stackTypes));
  }

  private Object[] frameTypes(List<Object> types) {
    Object[] frameTypes = new Object[types.size()];
    for (int i = 0; i < frameTypes.length; i++) {
      frameTypes[i] = frameType(types.get(i));
    }
    return frameTypes;
  }

  private Object frameType(Object type) {
    return type instanceof StackMap.Uninitialized made ? newObjectLabel(made.index()) : type;
  }
}
