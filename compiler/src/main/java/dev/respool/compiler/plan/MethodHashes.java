package dev.respool.compiler.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A number for each method of a class that no other method of the class has, and that those of
 * other classes rarely have. It is the same each time that the class is compiled.
 */
final class MethodHashes {
  private final Map<String, Integer> hashes = new HashMap<>();

  MethodHashes(ClassNode owner) {
    Set<Integer> taken = new HashSet<>();
    for (MethodNode method : owner.methods) {
      int hash = hash(owner.name + "." + method.name + method.desc);
      while (!taken.add(hash)) {
        hash++;
      }
      hashes.put(method.name + method.desc, hash);
    }
  }

  int of(MethodNode method) {
    return hashes.get(method.name + method.desc);
  }

  private static int hash(String text) {
    int hash = 0x811c9dc5; // FNV-1a
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x01000193;
    }
    return hash ^ hash >>> 15;
  }
}
