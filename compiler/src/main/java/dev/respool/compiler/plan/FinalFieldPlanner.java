package dev.respool.compiler.plan;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Decides how the resume method of a constructor assigns final fields: through a setter, which
 * leaves the field as it is declared. The fields of a record have no setters, so they are opened.
 */
final class FinalFieldPlanner {
  private final ClassNode owner;
  private final MethodNode method;

  FinalFieldPlanner(ClassNode owner, MethodNode method) {
    this.owner = owner;
    this.method = method;
  }

  FinalFields plan(BitSet resumeCode) {
    if (!method.name.equals("<init>") || owner.fields.stream().noneMatch(this::isFinal)) {
      return FinalFields.NONE;
    }
    BitSet stores = new BitSet();
    Set<String> assigned = new TreeSet<>();
    resumeCode.stream().filter(this::storesFinal).forEach(stores::set);
    for (FieldNode field : owner.fields) {
      if (stores.stream().anyMatch(index -> stores(index, field))) {
        assigned.add(FinalFields.key(field));
      }
    }
    boolean isRecord = (owner.access & Opcodes.ACC_RECORD) != 0;
    return isRecord
        ? new FinalFields(new BitSet(), assigned, true)
        : new FinalFields(stores, Set.of(), true);
  }

  private boolean storesFinal(int index) {
    return owner.fields.stream().anyMatch(field -> isFinal(field) && stores(index, field));
  }

  private boolean stores(int index, FieldNode field) {
    return method.instructions.get(index) instanceof FieldInsnNode store
        && store.getOpcode() == Opcodes.PUTFIELD
        && store.owner.equals(owner.name)
        && store.name.equals(field.name)
        && store.desc.equals(field.desc);
  }

  private boolean isFinal(FieldNode field) {
    return (field.access & Opcodes.ACC_FINAL) != 0 && (field.access & Opcodes.ACC_STATIC) == 0;
  }
}
