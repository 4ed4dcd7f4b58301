package dev.respool.compiler.plan;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * The {@code invokedynamic} of {@code scala.runtime.LambdaDeserialize}, by which a class of Scala
 * reads its lambdas back: it names all their bodies, and finds them by their names.
 *
 * @param insn the instruction
 */
public record ScalaDeserializer(InvokeDynamicInsnNode insn) {
  private static final String FACTORY = "scala/runtime/LambdaDeserialize";
  private static final int MOST_BODIES = 250; // a bootstrap method takes 255 slots (JVMS 4.3.3)

  /**
   * The one of a class that can name another body.
   *
   * @param owner the class
   * @return empty if it has none, or none with room for one more
   */
  public static Optional<ScalaDeserializer> of(ClassNode owner) {
    return owner.methods.stream()
        .filter(method -> method.name.startsWith("$deserializeLambda$"))
        .flatMap(method -> Stream.of(method.instructions.toArray()))
        .filter(InvokeDynamicInsnNode.class::isInstance)
        .map(InvokeDynamicInsnNode.class::cast)
        .filter(insn -> insn.bsm.getOwner().equals(FACTORY))
        .filter(insn -> insn.bsmArgs.length < MOST_BODIES)
        .map(ScalaDeserializer::new)
        .findFirst();
  }

  /**
   * Lets it find another body.
   *
   * @param body of a lambda
   */
  public void add(Handle body) {
    Object[] bodies = Arrays.copyOf(insn.bsmArgs, insn.bsmArgs.length + 1);
    bodies[bodies.length - 1] = body;
    insn.bsmArgs = bodies;
  }
}
