package dev.respool.compiler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The interface methods, by name and descriptor, through which each method of a class may be
 * entered as the body of a lambda whose result nobody converts. A constructor has none: behind an
 * interface stands code that returns the new object, and so cannot be captured.
 */
final class LambdaEntries {
  private final Map<String, List<String>> ofBodies = new HashMap<>();

  LambdaEntries(ClassNode owner) {
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        LambdaSite.of(insn).ifPresent(site -> add(owner, site));
      }
    }
  }

  private void add(ClassNode owner, LambdaSite site) {
    Handle body = site.body();
    if (body.getOwner().equals(owner.name) && site.returnsWhatBodyReturns()) {
      ofBodies
          .computeIfAbsent(body.getName() + body.getDesc(), k -> new ArrayList<>())
          .addAll(site.entries());
    }
  }

  List<String> of(MethodNode method) {
    return method.name.equals("<init>")
        ? List.of()
        : ofBodies.getOrDefault(method.name + method.desc, List.of()).stream().distinct().toList();
  }
}
