package dev.respool.compiler.suspendable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The facts of the class at hand and of the classes that it names, asked for when they are needed
 * and kept for the time of one compilation. A class that is not found has no facts: nothing is then
 * known to be suspendable through it.
 */
public final class ClassHierarchy {
  /** Stands for the digest of a class that there is not. */
  public static final String NOT_FOUND = "";

  private final FoundClasses classes;
  private final Map<String, Optional<ClassFacts>> known = new HashMap<>();
  private final Map<String, String> asked = new HashMap<>();

  /**
   * For one compilation.
   *
   * @param classes the classes that the class at hand names
   */
  public ClassHierarchy(FoundClasses classes) {
    this.classes = classes;
  }

  /**
   * Adds the class at hand, whose bytes the source may not have; replaces what was known of it.
   *
   * @param facts its facts
   */
  public void add(ClassFacts facts) {
    known.put(facts.name(), Optional.of(facts));
  }

  Optional<ClassFacts> find(String name) {
    if (name.startsWith("[")) {
      return find("java/lang/Object");
    }
    Optional<ClassFacts> found = known.get(name);
    if (found == null) {
      found = ask(name);
      known.put(name, found);
    }
    return found;
  }

  private Optional<ClassFacts> ask(String name) {
    FoundClasses.Found found = classes.find(name);
    asked.put(name, found == null ? NOT_FOUND : found.digest());
    return found == null ? Optional.empty() : Optional.ofNullable(found.facts());
  }

  /**
   * All that was read of other classes so far: whoever would read the same of them, and of the
   * class at hand, would come to the same result.
   *
   * @return the digests of their bytes by their internal names, or {@link #NOT_FOUND}
   */
  public Map<String, String> asked() {
    return Map.copyOf(asked);
  }

  /**
   * The declaration that a call resolves to (JVMS 5.4.3.3, 5.4.3.4): superclasses first, then
   * interfaces. A constructor is not inherited.
   */
  Optional<MethodFacts> resolve(MethodKey call) {
    Optional<ClassFacts> type = find(call.owner());
    String signature = call.signature();
    Set<String> seen = new HashSet<>(); // a damaged class may be its own superclass
    while (type.isPresent() && seen.add(type.get().name())) {
      MethodFacts declared = type.get().methods().get(signature);
      if (declared != null || call.name().equals("<init>")) {
        return Optional.ofNullable(declared);
      }
      String superName = type.get().superName();
      type = superName == null ? Optional.empty() : find(superName);
    }
    return declaredAbove(call);
  }

  private Optional<MethodFacts> declaredAbove(MethodKey call) {
    String signature = call.signature();
    for (String name : supertypes(call.owner())) {
      ClassFacts facts = find(name).orElse(null);
      MethodFacts declared = facts == null ? null : facts.methods().get(signature);
      if (declared != null) {
        return Optional.of(declared);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a class with these direct supertypes may override a suspendable method. No class of the
   * JDK is asked for: it has suspendable methods only if a pattern names it.
   *
   * @param supertypes internal names
   * @param patterns the classes whose methods are suspendable without a mark
   * @return false only if it cannot
   */
  public boolean mayInherit(List<String> supertypes, Patterns patterns) {
    Deque<String> open = new ArrayDeque<>();
    addAll(supertypes, open);
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String next = open.remove();
      if (seen.add(next) && !patterns.leaveAlone(next)) {
        ClassFacts facts = find(next).orElse(null);
        if (patterns.matches(next) || facts != null && facts.mayHandDown()) {
          return true;
        }
        if (facts != null) {
          addAll(facts.supertypes(), open);
        }
      }
    }
    return false;
  }

  /** As {@code addAll}, which makes a lambda, perhaps as the first of a program's start. */
  private static void addAll(List<String> names, Deque<String> open) {
    for (String name : names) {
      open.add(name);
    }
  }

  /**
   * The nearest class that two types have in common; for interfaces {@code Object}, as for the
   * verifier (JVMS 4.10.1.2).
   *
   * @param one internal name of a class or interface
   * @param other internal name of another
   * @param missing makes the exception for one that is not found, from its internal name
   * @return internal name
   */
  public String commonSuperclass(
      String one, String other, Function<String, RuntimeException> missing) {
    Set<String> superclasses = new LinkedHashSet<>();
    String next = one;
    while (next != null && superclasses.add(next)) {
      next = superclass(next, missing);
    }
    Set<String> seen = new HashSet<>();
    String common = other;
    while (!superclasses.contains(common)) {
      if (!seen.add(common)) {
        throw new IllegalStateException(common + " is its own superclass");
      }
      common = superclass(common, missing);
    }
    return common;
  }

  /** The superclass; of an interface {@code Object}, of that null. */
  private String superclass(String name, Function<String, RuntimeException> missing) {
    ClassFacts facts = find(name).orElse(null);
    if (facts == null) {
      throw missing.apply(name);
    }
    return facts.superName();
  }

  /**
   * The interface methods for which its class makes a function of a method, or the class in which
   * that stands, as groovyc does it.
   */
  List<MethodKey> asFunction(MethodFacts method) {
    List<MethodKey> all = new ArrayList<>(method.lambdaFor());
    ClassFacts owner = find(method.key().owner()).orElse(null);
    ClassFacts around = owner == null ? null : around(owner);
    if (around != null) {
      for (MethodReference reference : around.references()) {
        if (reference.body().equals(method.key())) {
          all.add(reference.implemented());
        }
      }
    }
    return all;
  }

  /** The class that a local or anonymous class stands in; null if there is none. */
  private ClassFacts around(ClassFacts type) {
    EnclosingMethod around = type.enclosing().orElse(null);
    return around == null ? null : find(around.owner()).orElse(null);
  }

  /** The classes that a local or anonymous class stands in, nearest first. */
  List<ClassFacts> enclosing(ClassFacts type) {
    List<ClassFacts> all = new ArrayList<>();
    Set<String> seen = new HashSet<>(); // a damaged class may stand in itself
    ClassFacts next = around(type);
    seen.add(type.name());
    while (next != null) {
      all.add(next);
      next = seen.add(next.name()) ? around(next) : null;
    }
    return all;
  }

  /** All supertypes of a class that can be found, nearest first, without the class itself. */
  Set<String> supertypes(String name) {
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    open.add(name);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (seen.add(next)) {
        ClassFacts facts = find(next).orElse(null);
        if (facts != null) {
          addAll(facts.supertypes(), open);
        }
        all.add(next);
      }
    }
    all.remove(name);
    return all;
  }
}
