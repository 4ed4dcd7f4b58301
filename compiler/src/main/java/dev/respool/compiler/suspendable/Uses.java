package dev.respool.compiler.suspendable;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a class does with its own methods: which it calls, and of which it makes functions. */
final class Uses {
  private final String owner;
  private final Map<String, Set<MethodKey>> users = new HashMap<>();
  private final Map<String, Set<MethodKey>> functions = new HashMap<>();

  /** Of a class, by its internal name. */
  Uses(String owner) {
    this.owner = owner;
  }

  void addCall(MethodKey caller, MethodKey callee) {
    add(users, callee, caller);
  }

  void addFunction(MethodReference reference) {
    add(users, reference.body(), reference.writtenIn());
    add(functions, reference.body(), reference.implemented());
  }

  private void add(Map<String, Set<MethodKey>> uses, MethodKey method, MethodKey use) {
    if (method.owner().equals(owner)) {
      String signature = method.signature();
      Set<MethodKey> known = uses.get(signature);
      if (known == null) {
        known = new LinkedHashSet<>();
        uses.put(signature, known);
      }
      known.add(use);
    }
  }

  /** The methods that call a method of the class or make a function of it. */
  List<MethodKey> users(MethodKey method) {
    return List.copyOf(users.getOrDefault(method.signature(), Set.of()));
  }

  /** The interface methods for which the class makes a function of its method. */
  List<MethodKey> asFunction(MethodKey method) {
    return List.copyOf(functions.getOrDefault(method.signature(), Set.of()));
  }
}
