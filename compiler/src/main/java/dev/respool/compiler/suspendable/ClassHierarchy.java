package dev.respool.compiler.suspendable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The facts of the class at hand and of the classes that it names, read when they are asked for and
 * kept for the time of one compilation. A class that is not found has no facts: nothing is then
 * known to be suspendable through it.
 */
public final class ClassHierarchy {
  private final ClassBytes bytes;
  private final Function<byte[], ClassFacts> reader;
  private final Map<String, Optional<ClassFacts>> known = new HashMap<>();

  /**
   * Reads from a source of classes.
   *
   * @param bytes finds class files
   * @param reader reads one
   */
  public ClassHierarchy(ClassBytes bytes, Function<byte[], ClassFacts> reader) {
    this.bytes = bytes;
    this.reader = reader;
  }

  /**
   * Adds the class at hand, whose bytes the source may not have.
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
      found = bytes.find(name).flatMap(this::read);
      known.put(name, found);
    }
    return found;
  }

  private Optional<ClassFacts> read(byte[] classFile) {
    try {
      return Optional.of(reader.apply(classFile));
    } catch (RuntimeException e) {
      return Optional.empty(); // no JVM could load it either: as if it were not found
    }
  }

  /**
   * The declaration that a call resolves to (JVMS 5.4.3.3, 5.4.3.4): superclasses first, then
   * interfaces.
   */
  Optional<MethodFacts> resolve(MethodKey call) {
    Optional<ClassFacts> type = find(call.owner());
    while (type.isPresent()) {
      MethodFacts declared = type.get().methods().get(call.signature());
      if (declared != null) {
        return Optional.of(declared);
      }
      String superName = type.get().superName();
      type = superName == null ? Optional.empty() : find(superName);
    }
    return supertypes(call.owner()).stream()
        .flatMap(name -> find(name).stream())
        .map(facts -> facts.methods().get(call.signature()))
        .filter(declared -> declared != null)
        .findFirst();
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
        find(next).ifPresent(facts -> open.addAll(facts.supertypes()));
        all.add(next);
      }
    }
    all.remove(name);
    return all;
  }
}
