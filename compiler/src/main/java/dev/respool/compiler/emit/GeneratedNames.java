package dev.respool.compiler.emit;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The names of the methods that are added to a class.
 *
 * <p>A resume method has the name of its method, so that stack traces and profilers show it; of
 * several overloads the later ones get a number behind it. The name of a constructor is not legal
 * for another method (JVMS 4.2.2), so that its resume method has one of its own.
 */
final class GeneratedNames {
  /** With this the names of frame factories begin. */
  static final String FRAME_FACTORY = "respool$frame$";

  private final Set<String> taken = new HashSet<>();

  GeneratedNames(ClassNode owner) {
    owner.methods.forEach(method -> taken.add(method.name + method.desc));
  }

  String resumeMethod(MethodNode method, String descriptor) {
    return unique(method.name.equals("<init>") ? "respool$init" : method.name, descriptor);
  }

  /** The name of the second part of a resume method begins with that of the first one. */
  String resumeTail(String resumeMethod, String descriptor) {
    return unique(resumeMethod, descriptor);
  }

  private String unique(String base, String descriptor) {
    String name = base;
    for (int i = 1; !taken.add(name + descriptor); i++) {
      name = base + "$" + i;
    }
    return name;
  }

  /**
   * The name of the method that makes the frames; the runtime recognises a transformed method by
   * it. That of a constructor differs from that of a method called {@code init} by the hash.
   */
  static String frameFactory(MethodNode method) {
    return method.name.equals("<init>")
        ? frameFactory("init", method.name + method.desc)
        : frameFactory(method.name, method.desc);
  }

  private static String frameFactory(String name, String hashed) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (int i = 0; i < hashed.length(); i++) {
      hash = (hash ^ hashed.charAt(i)) * 0x100000001b3L;
    }
    return FRAME_FACTORY + name + "$" + Long.toHexString(hash);
  }
}
