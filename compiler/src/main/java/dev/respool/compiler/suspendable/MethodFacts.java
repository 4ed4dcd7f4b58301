package dev.respool.compiler.suspendable;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * What is known of a method without looking at its data flow.
 *
 * @param key the method
 * @param access access flags (JVMS 4.6)
 * @param annotated whether it is itself marked {@code @Suspendable}
 * @param calls the methods that its code calls, each once, in order
 * @param lambdaFor the interface methods for which its class makes it a lambda's or method
 *     reference's body
 * @param usedBy the methods of its class that call it or make a function of it; empty if the source
 *     declares it
 * @param toleratesRefusal whether its code asks if it can suspend, or catches the exception that
 *     says that it cannot
 */
record MethodFacts(
    MethodKey key,
    int access,
    boolean annotated,
    List<MethodKey> calls,
    List<MethodKey> lambdaFor,
    List<MethodKey> usedBy,
    boolean toleratesRefusal) {

  /** Whether the source has no place to mark it. */
  boolean isUndeclared() {
    return Undeclared.is(key, access, !lambdaFor.isEmpty());
  }

  /** The classes of which its code makes objects, by internal name. */
  List<String> constructed() {
    List<String> constructed = new ArrayList<>();
    for (MethodKey call : calls) {
      if (call.name().equals("<init>")) {
        constructed.add(call.owner());
      }
    }
    return constructed;
  }

  boolean is(int flag) {
    return (access & flag) != 0;
  }

  /** Whether a method of the same name and descriptor in a subclass may override this one. */
  boolean isOverridable() {
    return !is(Opcodes.ACC_PRIVATE) && !is(Opcodes.ACC_STATIC) && !key.name().startsWith("<");
  }
}
