package dev.respool.compiler.plan;

import dev.respool.compiler.suspendable.Accessibility;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The types that values have in the resume method. A value may have a type that its class must not
 * name, as what a public method returns of which only a public superclass is meant to be seen. The
 * restored value has to be cast, and then it is the nearest superclass that may be named.
 */
final class AccessibleTypes {
  private final Accessibility accessibility;
  private final String from;
  private final Map<String, String> known = new HashMap<>();

  /**
   * @param from internal name of the class of the method
   */
  AccessibleTypes(Accessibility accessibility, String from) {
    this.accessibility = accessibility;
    this.from = from;
  }

  /** The same for each of the types; the others stay. */
  List<Object> of(List<Object> types) {
    List<Object> all = new ArrayList<>(types.size());
    for (Object type : types) {
      all.add(of(type));
    }
    return all;
  }

  /** A verification type that the class may name. */
  Object of(Object type) {
    return type instanceof String name ? of(name) : type;
  }

  private String of(String name) {
    String accessible = known.get(name);
    if (accessible == null) {
      accessible = accessible(name);
      known.put(name, accessible);
    }
    return accessible;
  }

  private String accessible(String name) {
    int dimensions = name.lastIndexOf('[') + 1;
    if (dimensions == 0) {
      return accessibility.accessible(name, from);
    }
    Type element = Type.getType(name.substring(dimensions));
    return element.getSort() == Type.OBJECT
        ? "[".repeat(dimensions) + "L" + accessible(element.getInternalName()) + ";"
        : name;
  }

  /** Whether some type that was asked for became another one. */
  boolean areOthers() {
    for (Map.Entry<String, String> type : known.entrySet()) {
      if (!type.getKey().equals(type.getValue())) {
        return true;
      }
    }
    return false;
  }

  /** A type that some instruction wants of a value and that must not be named. */
  Optional<String> wanted(InsnList code, BitSet kept, String descriptor) {
    return Stream.concat(
            kept.stream().mapToObj(code::get).flatMap(AccessibleTypes::wanted),
            Stream.of(Type.getReturnType(descriptor)))
        .map(this::inaccessible)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Stream<Type> wanted(AbstractInsnNode insn) {
    if (insn instanceof MethodInsnNode call) {
      return Stream.of(Type.getArgumentTypes(call.desc));
    }
    if (insn instanceof InvokeDynamicInsnNode call) {
      return Stream.of(Type.getArgumentTypes(call.desc));
    }
    boolean stores = insn.getOpcode() == Opcodes.PUTFIELD || insn.getOpcode() == Opcodes.PUTSTATIC;
    return stores ? Stream.of(Type.getType(((FieldInsnNode) insn).desc)) : Stream.empty();
  }

  /** The type itself, if it must not be named. */
  Optional<String> inaccessible(Type type) {
    boolean reference = type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    return Optional.of(type)
        .filter(t -> reference && !of(t.getInternalName()).equals(t.getInternalName()))
        .map(Type::getClassName);
  }
}
