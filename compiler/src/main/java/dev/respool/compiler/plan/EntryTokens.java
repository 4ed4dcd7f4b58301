package dev.respool.compiler.plan;

import dev.respool.compiler.suspendable.MethodKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The tokens by which each method of a class may be entered: its own, of a bound call first, and,
 * for a lambda's body whose result nobody converts, those of the interface. A constructor is
 * entered by bound calls only: behind an interface stands code that returns the new object, and so
 * cannot be captured.
 */
final class EntryTokens {
  private final String owner;
  private final Map<String, List<Integer>> ofLambdas = new HashMap<>();

  EntryTokens(ClassNode owner) {
    this.owner = owner.name;
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        LambdaSite.of(insn).ifPresent(site -> add(owner, site));
      }
    }
  }

  private void add(ClassNode owner, LambdaSite site) {
    Handle body = site.body();
    if (body.getOwner().equals(owner.name) && site.returnsWhatBodyReturns()) {
      ofLambdas
          .computeIfAbsent(body.getName() + body.getDesc(), k -> new ArrayList<>())
          .addAll(site.tokens());
    }
  }

  List<Integer> of(MethodNode method) {
    int bound = Tokens.ofBound(new MethodKey(owner, method.name, method.desc));
    if (method.name.equals("<init>")) {
      return List.of(bound);
    }
    List<Integer> tokens = new ArrayList<>();
    tokens.add(bound);
    tokens.add(Tokens.of(method.name, method.desc));
    tokens.addAll(ofLambdas.getOrDefault(method.name + method.desc, List.of()));
    return tokens.stream().distinct().toList();
  }
}
