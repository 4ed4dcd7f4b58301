package dev.respool.compiler;

import dev.respool.compiler.analysis.Operands.Operand;
import dev.respool.compiler.suspendable.JdkCalls;
import dev.respool.compiler.suspendable.MethodKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the lambdas and method references that suspend for certain and are handed to a method of
 * the JDK that calls them.
 */
final class CallbackCheck implements CallCheck {
  private final World world;
  private final JdkCalls jdkCalls;

  CallbackCheck(World world) {
    this.world = world;
    this.jdkCalls = new JdkCalls(world.classes());
  }

  @Override
  public Stream<Finding> findings(AbstractInsnNode insn, List<Operand> operands) {
    return insn instanceof MethodInsnNode call && world.suspendability().leavesJdkAlone()
        ? findings(new MethodKey(call.owner, call.name, call.desc), operands)
        : Stream.empty();
  }

  private Stream<Finding> findings(MethodKey callee, List<Operand> operands) {
    Type[] parameters = Type.getArgumentTypes(callee.descriptor());
    int receivers = operands.size() - parameters.length;
    return IntStream.range(0, operands.isEmpty() ? 0 : parameters.length)
        .boxed()
        .flatMap(i -> given(callee, parameters[i], operands.get(receivers + i)));
  }

  private Stream<Finding> given(MethodKey callee, Type parameter, Operand argument) {
    return argument
        .madeBy()
        .filter(made -> jdkCalls.run(callee, parameter, implemented(made)))
        .flatMap(CallbackCheck::body)
        .filter(body -> world.certain().isBehind(body))
        .map(body -> finding(callee, body))
        .stream();
  }

  private static Finding finding(MethodKey callee, MethodKey body) {
    return new Finding(
        "gives "
            + callee
            + " a lambda or method reference that suspends, and code of the JDK that calls it"
            + " cannot be captured",
        JdkRemedy.of(callee.toString()),
        body);
  }

  private static MethodKey implemented(InvokeDynamicInsnNode made) {
    return new MethodKey(Type.getReturnType(made.desc).getInternalName(), made.name, "");
  }

  /** The method that runs, if the instruction makes a lambda or method reference. */
  private static Optional<MethodKey> body(InvokeDynamicInsnNode made) {
    return made.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
            && made.bsmArgs.length > 2
            && made.bsmArgs[1] instanceof Handle body
        ? Optional.of(new MethodKey(body.getOwner(), body.getName(), body.getDesc()))
        : Optional.empty();
  }
}
