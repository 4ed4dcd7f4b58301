package dev.respool.compiler.suspendable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

  /**
   * Whether a class is a local or anonymous one that stands in such a method. Of a class in a
   * lambda javac names the method around the lambda; the lambda itself is known by the objects that
   * it makes.
   */
  boolean surrounds(ClassFacts type) {
    return type.enclosing().map(around -> isWithin(around, type)).orElse(false);
  }

  private boolean isWithin(EnclosingMethod around, ClassFacts type) {
    return around.method().map(this::includes).orElse(false)
        || bodiesOf(around.owner())
            .anyMatch(body -> leadsTo(type, body, around) && includes(body.key()));
  }

  private Stream<MethodFacts> bodiesOf(String owner) {
    return classes.find(owner).stream()
        .flatMap(facts -> facts.methods().values().stream())
        .filter(MethodFacts::isUndeclared);
  }

  /** Whether a body makes objects of a class, or of others in the same method that do. */
  private boolean leadsTo(ClassFacts type, MethodFacts body, EnclosingMethod around) {
    Deque<MethodFacts> next = new ArrayDeque<>(List.of(body));
    Set<String> seen = new HashSet<>();
    while (!next.isEmpty()) {
      for (String made : next.remove().constructed()) {
        if (made.equals(type.name())) {
          return true;
        }
        if (isNameWithin(around, made) && seen.add(made)) {
          methodsIfIn(around, made).forEach(next::add);
        }
      }
    }
    return false;
  }

  /** As binary names are formed (JLS 13.1); spares looking at other classes. */
  private static boolean isNameWithin(EnclosingMethod around, String type) {
    return type.startsWith(around.owner()) && !type.equals(around.owner());
  }

  private Stream<MethodFacts> methodsIfIn(EnclosingMethod around, String type) {
    return classes.find(type).stream()
        .filter(facts -> facts.enclosing().equals(Optional.of(around)))
        .flatMap(facts -> facts.methods().values().stream());
  }

  /** Whether what is written in a method stands in suspendable code. */
  boolean includes(MethodKey method) {
    return reaches(List.of(method));
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
