package dev.respool.corpus.verify;

import dev.respool.compiler.suspendable.ClassBytes;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The class hierarchy, read from class files. A class without one counts as a child of Object, and
 * may be anything where it is asked whether one accepts the other.
 */
public final class TypeTree {
  private static final String OBJECT = "java/lang/Object";

  private final ClassBytes classes;
  private final Map<String, Node> nodes = new ConcurrentHashMap<>();

  /**
   * A hierarchy that is read when it is asked for.
   *
   * @param classes where the class files are found
   */
  public TypeTree(ClassBytes classes) {
    this.classes = classes;
  }

  boolean isInterface(String internalName) {
    return node(internalName).isInterface();
  }

  /** The internal name of the super class; null for Object. */
  String superName(String internalName) {
    return node(internalName).superName();
  }

  /** What the verifier means by assignable: every interface is as good as Object. */
  boolean accepts(Type to, Type from) {
    if (to.equals(from) || to.getInternalName().equals(OBJECT)) {
      return true;
    }
    if (to.getSort() == Type.ARRAY || from.getSort() == Type.ARRAY) {
      return acceptsArray(to, from);
    }
    return node(to.getInternalName()).acceptsAll()
        || isSubclass(from.getInternalName(), to.getInternalName())
        || isBelowMissing(from.getInternalName());
  }

  private boolean acceptsArray(Type to, Type from) {
    if (from.getSort() != Type.ARRAY) {
      return false;
    }
    if (to.getSort() != Type.ARRAY) {
      return node(to.getInternalName()).acceptsAll();
    }
    Type toPart = Type.getType(to.getDescriptor().substring(1));
    Type fromPart = Type.getType(from.getDescriptor().substring(1));
    boolean references = toPart.getSort() >= Type.ARRAY && fromPart.getSort() >= Type.ARRAY;
    return references ? accepts(toPart, fromPart) : toPart.equals(fromPart);
  }

  /** The nearest class that both extend; Object if one is an interface. */
  String commonSuper(String a, String b) {
    if (isInterface(a) || isInterface(b)) {
      return a.equals(b) ? a : OBJECT;
    }
    String candidate = a;
    while (!isSubclass(b, candidate)) {
      candidate = superName(candidate);
    }
    return candidate;
  }

  private boolean isSubclass(String below, String above) {
    for (String name = below; name != null; name = superName(name)) {
      if (name.equals(above) || Arrays.asList(node(name).interfaces()).contains(above)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBelowMissing(String below) {
    for (String name = below; name != null; name = superName(name)) {
      if (node(name).isMissing()) {
        return true;
      }
    }
    return false;
  }

  private Node node(String internalName) {
    return nodes.computeIfAbsent(internalName, this::read);
  }

  private Node read(String internalName) {
    return classes
        .find(internalName)
        .map(bytes -> Node.of(new ClassReader(bytes)))
        .orElse(Node.MISSING);
  }

  private record Node(String superName, String[] interfaces, boolean isInterface) {
    static final Node MISSING = new Node(OBJECT, new String[0], false);

    boolean isMissing() {
      return this == MISSING;
    }

    boolean acceptsAll() {
      return isInterface || isMissing();
    }

    static Node of(ClassReader reader) {
      boolean isInterface = (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
      return new Node(reader.getSuperName(), reader.getInterfaces(), isInterface);
    }
  }
}
