package dev.respool.compiler.suspendable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells what is written inside suspendable methods: bodies that the source does not declare, such
 * as lambdas, to any depth, and local and anonymous classes. A declared method that is merely
 * referred to is written elsewhere.
 */
final class MarkedCode {
  private final ClassHierarchy classes;
  private final Predicate<MethodKey> isSuspendable;

  /**
   * For one compilation.
   *
   * @param isSuspendable tells whether a method is suspendable
   */
  MarkedCode(ClassHierarchy classes, Predicate<MethodKey> isSuspendable) {
    this.classes = classes;
    this.isSuspendable = isSuspendable;
  }

  /** Whether a body is one that the source does not declare and that stands in such a method. */
  boolean surrounds(MethodFacts body) {
    return reaches(body.usedBy());
  }

  /** Whether a class is a local or anonymous one that stands in such a method. */
  boolean surrounds(ClassFacts type) {
    return type.enclosing().map(around -> reaches(writers(type, around))).orElse(false);
  }

  /** Whether what is written in a method stands in suspendable code. */
  boolean includes(MethodKey method) {
    return reaches(List.of(method));
  }

  /**
   * The method that the class names, which javac says of a class in a lambda too, and the lambdas
   * that make objects of it.
   */
  private List<MethodKey> writers(ClassFacts type, EnclosingMethod around) {
    List<MethodKey> writers = new ArrayList<>();
    around.method().ifPresent(writers::add);
    classes.find(around.owner()).stream()
        .flatMap(owner -> owner.methods().values().stream())
        .filter(method -> method.isUndeclared() && makes(method, type))
        .forEach(method -> writers.add(method.key()));
    return writers;
  }

  private static boolean makes(MethodFacts method, ClassFacts type) {
    return method.calls().stream()
        .anyMatch(call -> call.name().equals("<init>") && call.owner().equals(type.name()));
  }

  /** Whether one of these is suspendable, or a body in something that is. */
  private boolean reaches(List<MethodKey> start) {
    Deque<MethodKey> next = new ArrayDeque<>(start);
    Set<MethodKey> seen = new HashSet<>();
    while (!next.isEmpty()) {
      MethodKey method = next.remove();
      if (seen.add(method)) {
        if (isSuspendable.test(method)) {
          return true;
        }
        users(method).forEach(next::add);
      }
    }
    return false;
  }

  private Stream<MethodKey> users(MethodKey method) {
    return classes
        .find(method.owner())
        .map(owner -> owner.methods().get(method.signature()))
        .stream()
        .flatMap(facts -> facts.usedBy().stream());
  }
}
