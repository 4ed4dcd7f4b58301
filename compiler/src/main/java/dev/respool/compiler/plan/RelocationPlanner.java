package dev.respool.compiler.plan;

import dev.respool.compiler.analysis.TypeState;
import dev.respool.compiler.analysis.TypeStates;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Follows the new objects of a method from their {@code NEW}s to their constructors and decides
 * which can be made behind their arguments: between the two an object may only be duplicated by
 * {@code DUP} and lie still below the arguments. One walk over the code follows all of them, since
 * hundreds may lie on the stack at once.
 */
final class RelocationPlanner {
  private final InsnList code;
  private final TypeStates types;
  private final Map<Integer, NewObject> objects = new HashMap<>();

  RelocationPlanner(MethodNode method, TypeStates types) {
    this.code = method.instructions;
    this.types = types;
    for (int i = 0; i < code.size(); i++) {
      if (types.isReached(i)) {
        follow(i);
      }
    }
  }

  /**
   * The relocation of the object that the {@code NEW} at an index makes; empty if it cannot be
   * done.
   */
  Optional<Relocation> plan(int newIndex) {
    return Optional.ofNullable(objects.get(newIndex)).flatMap(object -> object.relocation(code));
  }

  private void follow(int index) {
    TypeState before = types.before(index);
    for (Object type : before.locals()) {
      int newIndex = types.newInsnOf(type);
      if (newIndex >= 0 && newIndex != index) {
        object(newIndex).movable = false;
      }
    }
    Map<Integer, List<Integer>> places = places(before);
    places.remove(index);
    if (!places.isEmpty() && code.get(index).getOpcode() >= 0) {
      follow(index, before, places);
    }
  }

  private void follow(int index, TypeState before, Map<Integer, List<Integer>> places) {
    int copied = copied(index, before);
    int receiver = receiver(index, before);
    int constructed = receiver < 0 ? -1 : types.newInsnOf(before.stack().get(receiver));
    TypeState after = types.before(index + 1);
    Map<Integer, List<Integer>> placesAfter = after == null ? places : places(after);
    places.forEach(
        (newIndex, at) -> {
          if (newIndex == copied) {
            object(newIndex).copies.set(index);
          } else if (newIndex == constructed) {
            object(newIndex).construct(index, at, receiver);
          } else {
            object(newIndex).movable &= at.equals(placesAfter.get(newIndex));
          }
        });
  }

  /** The {@code NEW} of the object that a {@code DUP} copies; -1 if it is none. */
  private int copied(int index, TypeState before) {
    return code.get(index).getOpcode() == Opcodes.DUP
        ? types.newInsnOf(before.stack().get(before.stack().size() - 1))
        : -1;
  }

  /** Where on the stack a constructor finds its object; -1 if none is called. */
  private int receiver(int index, TypeState before) {
    return code.get(index) instanceof MethodInsnNode call && call.name.equals("<init>")
        ? before.stack().size() - 1 - Type.getArgumentTypes(call.desc).length
        : -1;
  }

  private NewObject object(int newIndex) {
    return objects.computeIfAbsent(newIndex, NewObject::new);
  }

  /** Where on the stack each new object lies, by its {@code NEW}. */
  private Map<Integer, List<Integer>> places(TypeState state) {
    Map<Integer, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < state.stack().size(); i++) {
      int newIndex = types.newInsnOf(state.stack().get(i));
      if (newIndex >= 0) {
        places.computeIfAbsent(newIndex, n -> new ArrayList<>()).add(i);
      }
    }
    return places;
  }

  /** What has been seen of an object. */
  private static final class NewObject {
    private final int newIndex;
    private final BitSet copies = new BitSet();
    private boolean movable = true;
    private int constructorIndex = -1;
    private int height;

    NewObject(int newIndex) {
      this.newIndex = newIndex;
    }

    /** All references to it lie directly below the arguments, and no other call constructs it. */
    void construct(int index, List<Integer> places, int receiver) {
      height = places.size();
      movable &= constructorIndex < 0;
      movable &= places.get(0) == receiver - height + 1 && places.get(height - 1) == receiver;
      constructorIndex = index;
    }

    Optional<Relocation> relocation(InsnList code) {
      if (!movable || constructorIndex < 0) {
        return Optional.empty();
      }
      String type = ((TypeInsnNode) code.get(newIndex)).desc;
      String constructor = ((MethodInsnNode) code.get(constructorIndex)).desc;
      return Optional.of(
          new Relocation(newIndex, type, copies, constructorIndex, constructor, height));
    }
  }
}
