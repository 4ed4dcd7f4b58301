package dev.respool.compiler.plan;

import dev.respool.compiler.suspendable.MethodKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * An {@code invokedynamic} that makes a lambda or method reference ({@code
 * java.lang.invoke.LambdaMetafactory}).
 *
 * @param insn the instruction
 */
public record LambdaSite(InvokeDynamicInsnNode insn) {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final String ALT_METAFACTORY =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
          + "[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;";

  /** Where their place is among the arguments of {@code altMetafactory}. */
  private static final int FLAGS = 3;

  private static final int SERIALIZABLE = 1;
  private static final int MARKERS = 2;
  private static final int BRIDGES = 4;

  /**
   * Recognises one.
   *
   * @param insn any instruction
   * @return empty for any other
   */
  public static Optional<LambdaSite> of(AbstractInsnNode insn) {
    return insn instanceof InvokeDynamicInsnNode dynamic && dynamic.bsm.getOwner().equals(FACTORY)
        ? Optional.of(new LambdaSite(dynamic))
        : Optional.empty();
  }

  Handle body() {
    return (Handle) insn.bsmArgs[1];
  }

  /** The interface method that the object implements. */
  MethodKey implemented() {
    String type = Type.getReturnType(insn.desc).getInternalName();
    return new MethodKey(type, insn.name, insn.bsmArgs[0].toString());
  }

  /**
   * What the interface method returns in this use; the factory need not convert what already has
   * this type.
   */
  Type result() {
    return ((Type) insn.bsmArgs[2]).getReturnType();
  }

  /**
   * Whether the body's result goes through the interface as it is. The factory's code boxes,
   * unboxes or widens another one, and so cannot be skipped when the body is resumed.
   */
  boolean returnsWhatBodyReturns() {
    return isOfOneKind(
        Type.getReturnType(body().getDesc()), ((Type) insn.bsmArgs[0]).getReturnType());
  }

  private static boolean isOfOneKind(Type one, Type other) {
    return one.getSort() == other.getSort() || isReference(one) && isReference(other);
  }

  private static boolean isReference(Type type) {
    return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
  }

  /**
   * Whether {@code $deserializeLambda$} looks for the body by its name.
   *
   * @return true if the object made is serializable
   */
  public boolean isSerializable() {
    return (flags() & SERIALIZABLE) != 0;
  }

  /**
   * Lets the factory make serializable objects from now on.
   *
   * @return the changed instruction
   */
  public InvokeDynamicInsnNode madeSerializable() {
    int flags = flags() | SERIALIZABLE;
    Object[] arguments = insn.bsmArgs;
    insn.bsmArgs = Arrays.copyOf(arguments, Math.max(arguments.length, FLAGS + 1));
    insn.bsmArgs[FLAGS] = flags;
    insn.bsm =
        new Handle(Opcodes.H_INVOKESTATIC, FACTORY, "altMetafactory", ALT_METAFACTORY, false);
    return insn;
  }

  private int flags() {
    return insn.bsm.getName().equals("altMetafactory") ? (Integer) insn.bsmArgs[FLAGS] : 0;
  }

  /** The interface methods, by name and descriptor, through which the body may be entered. */
  List<String> entries() {
    List<String> entries = new ArrayList<>();
    entries.add(insn.name + insn.bsmArgs[0]);
    if ((flags() & BRIDGES) != 0) {
      int next = 4;
      if ((flags() & MARKERS) != 0) {
        next += 1 + (Integer) insn.bsmArgs[next];
      }
      int count = (Integer) insn.bsmArgs[next];
      for (int i = 1; i <= count; i++) {
        entries.add(insn.name + insn.bsmArgs[next + i]);
      }
    }
    return entries;
  }
}
