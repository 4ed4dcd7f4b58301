package dev.respool.compiler;

import dev.respool.compiler.analysis.Operands.Operand;
import dev.respool.compiler.suspendable.JdkCalls;
import dev.respool.compiler.suspendable.MethodKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the calls that are no suspension points, since the method that they name is not
 * suspendable, of overrides that suspend for certain: through a supertype, and of {@code toString}
 * by string concatenation and by methods of the JDK that take any object and write it.
 */
final class OverrideCheck implements CallCheck {
  private static final String CONCATENATES = "makes text, by concatenation or String.valueOf, of";

  /** Those that take an {@code Object} last. */
  private static final Set<String> WRITERS =
      Set.of(
          "java/lang/String.valueOf",
          "java/lang/StringBuilder.append",
          "java/lang/StringBuffer.append",
          "java/util/Objects.toString",
          "java/io/PrintStream.print",
          "java/io/PrintStream.println");

  private final World world;

  OverrideCheck(World world) {
    this.world = world;
  }

  @Override
  public Stream<Finding> findings(AbstractInsnNode insn, List<Operand> operands) {
    if (insn instanceof InvokeDynamicInsnNode made && isConcatenation(made)) {
      return operands.stream().flatMap(value -> written(value, CONCATENATES));
    }
    if (!(insn instanceof MethodInsnNode call) || operands.isEmpty()) {
      return Stream.empty();
    }
    return isWriter(call)
        ? written(operands.get(operands.size() - 1), how(call))
        : throughSupertype(call, operands.get(0));
  }

  private static boolean isConcatenation(InvokeDynamicInsnNode made) {
    return made.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory");
  }

  private static boolean isWriter(MethodInsnNode call) {
    return WRITERS.contains(call.owner + "." + call.name)
        && call.desc.startsWith("(Ljava/lang/Object;)");
  }

  /** From version 19 on javac concatenates what {@code String.valueOf} gives it. */
  private static String how(MethodInsnNode call) {
    return call.name.equals("valueOf")
        ? CONCATENATES
        : "passes " + new MethodKey(call.owner, call.name, call.desc);
  }

  private Stream<Finding> written(Operand value, String how) {
    return suspending(value, "toString", "()Ljava/lang/String;").stream()
        .map(
            method ->
                new Finding(
                    how
                        + " a "
                        + dotted(value)
                        + ", whose toString suspends, and code of the JDK that calls it cannot be"
                        + " captured",
                    "call toString() on the " + dotted(value) + " yourself and pass the text on",
                    method));
  }

  private Stream<Finding> throughSupertype(MethodInsnNode call, Operand receiver) {
    MethodKey callee = new MethodKey(call.owner, call.name, call.desc);
    return suspending(receiver, call.name, call.desc).stream()
        .filter(method -> isDispatched(call) && !method.owner().equals(call.owner))
        .filter(method -> !world.suspendability().isSuspensionPoint(callee, call.itf))
        .map(
            method ->
                new Finding(
                    "calls "
                        + callee
                        + ", which is not suspendable, on a "
                        + dotted(receiver)
                        + ", whose own "
                        + call.name
                        + " suspends",
                    remedy(callee, receiver),
                    method));
  }

  private static boolean isDispatched(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
  }

  private static String remedy(MethodKey callee, Operand receiver) {
    return JdkCalls.isOfJdk(callee.owner())
        ? "call it on a variable of the type " + dotted(receiver)
        : "annotate " + callee + " with @Suspendable";
  }

  /** The method of a value's own type, if that is no class of the JDK and it suspends. */
  private Optional<MethodKey> suspending(Operand value, String name, String descriptor) {
    return Optional.of(value.type())
        .filter(
            type -> type instanceof String text && !text.startsWith("[") && !JdkCalls.isOfJdk(text))
        .map(type -> new MethodKey((String) type, name, descriptor))
        .filter(world.certain()::isBehind);
  }

  private static String dotted(Operand value) {
    return value.type().toString().replace('/', '.');
  }
}
