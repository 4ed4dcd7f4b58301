package dev.respool.compiler.plan;

import dev.respool.compiler.analysis.TypeState;
import dev.respool.compiler.analysis.TypeStates;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Follows a new object from its {@code NEW} to its constructor and decides whether it can be made
 * behind the arguments: between the two it may only be duplicated by {@code DUP} and lie still
 * below the arguments.
 */
final class RelocationPlanner {
  private final InsnList code;
  private final TypeStates types;
  private final int newIndex;
  private final BitSet copies = new BitSet();
  private int constructorIndex = -1;
  private int height;

  private RelocationPlanner(MethodNode method, TypeStates types, int newIndex) {
    this.code = method.instructions;
    this.types = types;
    this.newIndex = newIndex;
  }

  /**
   * The relocation of the object that the {@code NEW} at an index makes; empty if it cannot be
   * done.
   */
  static Optional<Relocation> plan(MethodNode method, TypeStates types, int newIndex) {
    RelocationPlanner planner = new RelocationPlanner(method, types, newIndex);
    return planner.follow() ? Optional.of(planner.relocation()) : Optional.empty();
  }

  private Relocation relocation() {
    String type = ((TypeInsnNode) code.get(newIndex)).desc;
    String constructor = ((MethodInsnNode) code.get(constructorIndex)).desc;
    return new Relocation(newIndex, type, copies, constructorIndex, constructor, height);
  }

  private boolean follow() {
    for (int i = 0; i < code.size(); i++) {
      TypeState before = types.before(i);
      if (before != null && i != newIndex && !accept(i, before)) {
        return false;
      }
    }
    return constructorIndex >= 0;
  }

  private boolean accept(int index, TypeState before) {
    if (before.locals().stream().anyMatch(this::isObject)) {
      return false;
    }
    List<Integer> places = places(before);
    AbstractInsnNode insn = code.get(index);
    if (places.isEmpty() || insn.getOpcode() < 0) {
      return true;
    }
    if (insn.getOpcode() == Opcodes.DUP && isObject(top(before))) {
      copies.set(index);
      return true;
    }
    if (insn instanceof MethodInsnNode call && call.name.equals("<init>")) {
      int receiver = before.stack().size() - 1 - Type.getArgumentTypes(call.desc).length;
      if (isObject(before.stack().get(receiver))) {
        return acceptConstructor(index, places, receiver);
      }
    }
    TypeState after = types.before(index + 1);
    return after == null || places(after).equals(places);
  }

  private boolean acceptConstructor(int index, List<Integer> places, int receiver) {
    boolean first = constructorIndex < 0;
    constructorIndex = index;
    height = places.size();
    return first && places.get(0) == receiver - height + 1 && places.get(height - 1) == receiver;
  }

  private List<Integer> places(TypeState state) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < state.stack().size(); i++) {
      if (isObject(state.stack().get(i))) {
        places.add(i);
      }
    }
    return places;
  }

  private boolean isObject(Object type) {
    return types.newInsnOf(type) == newIndex;
  }

  private static Object top(TypeState state) {
    return state.stack().get(state.stack().size() - 1);
  }
}
