package dev.respool.compiler.suspendable;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what is written inside suspendable methods: bodies that the source does not declare, such
 * as lambdas, to any depth, and local and anonymous classes. A declared method that is merely
 * referred to is written elsewhere.
 */
final class MarkedCode {
  private final ClassHierarchy classes;
  private final Suspendability suspendability;

  /**
   * For one compilation.
   *
   * @param suspendability tells whether a method is suspendable
   */
  MarkedCode(ClassHierarchy classes, Suspendability suspendability) {
    this.classes = classes;
    this.suspendability = suspendability;
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
    EnclosingMethod around = type.enclosing().orElse(null);
    return around != null && isWithin(around, type);
  }

  private boolean isWithin(EnclosingMethod around, ClassFacts type) {
    if (around.method().isPresent() && includes(around.method().get())) {
      return true;
    }
    ClassFacts owner = classes.find(around.owner()).orElse(null);
    if (owner != null) {
      for (MethodFacts body : owner.methods().values()) {
        if (body.isUndeclared() && leadsTo(type, body, around) && includes(body.key())) {
          return true;
        }
      }
    }
    return false;
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
          next.addAll(methodsIfIn(around, made));
        }
      }
    }
    return false;
  }

  /** As binary names are formed (JLS 13.1); spares looking at other classes. */
  private static boolean isNameWithin(EnclosingMethod around, String type) {
    return type.startsWith(around.owner()) && !type.equals(around.owner());
  }

  private Collection<MethodFacts> methodsIfIn(EnclosingMethod around, String type) {
    ClassFacts facts = classes.find(type).orElse(null);
    return facts != null && facts.enclosing().equals(Optional.of(around))
        ? facts.methods().values()
        : List.of();
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
        if (suspendability.isSuspendable(method)) {
          return true;
        }
        next.addAll(users(method));
      }
    }
    return false;
  }

  private List<MethodKey> users(MethodKey method) {
    ClassFacts owner = classes.find(method.owner()).orElse(null);
    MethodFacts facts = owner == null ? null : owner.methods().get(method.signature());
    return facts == null ? List.of() : facts.usedBy();
  }
}
