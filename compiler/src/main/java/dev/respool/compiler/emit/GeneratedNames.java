package dev.respool.compiler.emit;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The names of the methods that are added to a class.
 *
 * <p>A resume method has the name of its method, so that stack traces and profilers show it; of
 * several overloads the later ones get a number behind it.
 */
final class GeneratedNames {
  private final Set<String> taken = new HashSet<>();

  GeneratedNames(ClassNode owner) {
    owner.methods.forEach(method -> taken.add(method.name + method.desc));
  }

  String resumeMethod(MethodNode method, String descriptor) {
    String name = method.name;
    for (int i = 1; !taken.add(name + descriptor); i++) {
      name = method.name + "$" + i;
    }
    return name;
  }

  /**
   * The name of the method that makes the frames; the runtime recognises a transformed method by
   * it.
   */
  static String frameFactory(MethodNode method) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (int i = 0; i < method.desc.length(); i++) {
      hash = (hash ^ method.desc.charAt(i)) * 0x100000001b3L;
    }
    return "respool$frame$" + method.name + "$" + Long.toHexString(hash);
  }
}
