package dev.respool.compiler.suspendable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/**
 * What is known of a class from its own bytes.
 *
 * @param name internal name
 * @param superName null for {@code java/lang/Object} only
 * @param interfaces internal names
 * @param isFinal whether it can have no subclass
 * @param annotated whether the class is marked {@code @Suspendable}
 * @param methods by name and descriptor
 * @param references the lambdas and method references that it makes, in order
 */
public record ClassFacts(
    String name,
    String superName,
    List<String> interfaces,
    boolean isFinal,
    boolean annotated,
    Map<String, MethodFacts> methods,
    List<MethodReference> references) {

  /**
   * Whether a class is anonymous, as its name tells (JLS 13.1).
   *
   * @param internalName such as {@code com/acme/Pump$1}
   * @return true if it ends in a dollar sign with a number
   */
  public static boolean isNameOfAnonymous(String internalName) {
    int digits = internalName.length();
    while (digits > 0 && Character.isDigit(internalName.charAt(digits - 1))) {
      digits--;
    }
    return digits < internalName.length() && digits > 0 && internalName.charAt(digits - 1) == '$';
  }

  List<String> supertypes() {
    List<String> all = new ArrayList<>(interfaces);
    if (superName != null) {
      all.add(0, superName);
    }
    return all;
  }

  /**
   * Whether a subclass may inherit suspendable methods from here. False only if no overridable
   * method that the class declares is suspendable, but for patterns and for what the class itself
   * inherits.
   */
  boolean mayHandDown() {
    return annotated || methods.values().stream().anyMatch(this::mayHandDown);
  }

  private boolean mayHandDown(MethodFacts method) {
    return method.annotated()
        || method.isOverridable()
            && (!method.lambdaFor().isEmpty()
                || method.is(Opcodes.ACC_SYNTHETIC)
                    && !method.calls().stream().allMatch(this::isOwnPlain));
  }

  /** As a bridge calls it (JLS 15.12.4.5): a method that is not suspendable by what it calls. */
  private boolean isOwnPlain(MethodKey call) {
    MethodFacts method = call.owner().equals(name) ? methods.get(call.signature()) : null;
    return method != null && method.lambdaFor().isEmpty() && !method.is(Opcodes.ACC_SYNTHETIC);
  }
}
