package dev.respool.compiler.suspendable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is known of a class from its own bytes.
 *
 * @param name internal name
 * @param superName null for {@code java/lang/Object} only
 * @param interfaces internal names
 * @param isFinal whether it can have no subclass
 * @param annotated whether the class is marked {@code @Suspendable}
 * @param methods by name and descriptor
 */
public record ClassFacts(
    String name,
    String superName,
    List<String> interfaces,
    boolean isFinal,
    boolean annotated,
    Map<String, MethodFacts> methods) {

  List<String> supertypes() {
    List<String> all = new ArrayList<>(interfaces);
    if (superName != null) {
      all.add(0, superName);
    }
    return all;
  }
}
