package dev.respool.compiler.suspendable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a class from its own bytes.
 *
 * @param name internal name
 * @param superName null for {@code java/lang/Object} only
 * @param interfaces internal names, without {@code java/io/Serializable} if only the compiler has
 *     added it
 * @param isPublic whether classes of other packages may name it (JVMS 5.4.4)
 * @param isFinal whether it can have no subclass
 * @param isInterface whether it is an interface, perhaps an annotation
 * @param annotated whether the class is marked {@code @Suspendable}
 * @param saveable whether the class, or the package that it stands for, is marked {@code @Saveable}
 * @param enclosing where it stands, if it is a local or anonymous class
 * @param methods by name and descriptor
 * @param references the lambdas and method references that it makes, in order
 */
public record ClassFacts(
    String name,
    String superName,
    List<String> interfaces,
    boolean isPublic,
    boolean isFinal,
    boolean isInterface,
    boolean annotated,
    boolean saveable,
    Optional<EnclosingMethod> enclosing,
    Map<String, MethodFacts> methods,
    List<MethodReference> references) {

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
    if (annotated || enclosing.isPresent()) {
      return true;
    }
    for (MethodFacts method : methods.values()) {
      if (mayHandDown(method)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayHandDown(MethodFacts method) {
    return method.annotated()
        || method.isOverridable()
            && (!method.lambdaFor().isEmpty()
                || method.isUndeclared() && !callsOnlyOwnPlain(method));
  }

  private boolean callsOnlyOwnPlain(MethodFacts method) {
    for (MethodKey call : method.calls()) {
      if (!isOwnPlain(call)) {
        return false;
      }
    }
    return true;
  }

  /** As a bridge calls it (JLS 15.12.4.5): a method that is not suspendable by what it calls. */
  private boolean isOwnPlain(MethodKey call) {
    MethodFacts method = call.owner().equals(name) ? methods.get(call.signature()) : null;
    return method != null && method.lambdaFor().isEmpty() && !method.isUndeclared();
  }
}
