package dev.respool.compiler.suspendable;

import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Which interface methods stand for functions that are passed about: the functional interfaces of
 * the JDK and the function types of Kotlin and Scala. A lambda behind them may suspend.
 */
final class FunctionTypes {
  private static final Set<String> OF_JDK =
      Set.of(
          "java/lang/Runnable",
          "java/lang/AutoCloseable",
          "java/util/Comparator",
          "java/util/Iterator",
          "java/util/concurrent/Callable");

  private static final String OF_SCALA = "scala/Function";

  private FunctionTypes() {}

  /** Whether the interface is one of them. */
  static boolean has(String owner) {
    return OF_JDK.contains(owner)
        || owner.startsWith("java/util/function/")
        || owner.startsWith("kotlin/jvm/functions/")
        || isOfScala(owner);
  }

  /**
   * Whether the method, to which a call of such an interface resolves, is the function itself.
   * Scala's function types have one for primitives beside it (such as {@code apply$mcII$sp}), which
   * is not abstract: unless overridden it boxes.
   */
  static boolean isFunction(MethodFacts method) {
    return method.is(Opcodes.ACC_ABSTRACT)
        || method.key().name().startsWith("apply$mc") && isOfScala(method.key().owner());
  }

  private static boolean isOfScala(String owner) {
    return owner.startsWith(OF_SCALA) && Undeclared.isNumber(owner, OF_SCALA.length());
  }
}
