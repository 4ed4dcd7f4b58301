package dev.respool.snapshot;

import dev.respool.abi.PointLayout;
import dev.respool.abi.SavedFrame;
import dev.respool.abi.SuspendableCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a frame continues.
 *
 * @param code the method
 * @param point the number of its suspension point
 * @param types of the slots, null for primitive ones
 */
record Landing(SuspendableCode code, int point, List<Class<?>> types) {
  static final String NULL = "it is always null there";
  static final String TYPES = "take the snapshot again with the classes as they are now";

  /** By the layout itself: each point has one, and the types that its class refers to stay. */
  private static final ClassValue<Map<PointLayout, Landing>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<PointLayout, Landing> computeValue(Class<?> owner) {
          return Collections.synchronizedMap(new IdentityHashMap<>());
        }
      };

  /** At a point of a method; loads the classes of the types. */
  static Landing of(SuspendableCode code, int point) throws ClassNotFoundException {
    Map<PointLayout, Landing> known = KNOWN.get(code.owner());
    Landing landing = known.get(code.layouts().get(point));
    if (landing == null) {
      landing = find(code, point);
      known.put(code.layouts().get(point), landing);
    }
    return landing;
  }

  private static Landing find(SuspendableCode code, int point) throws ClassNotFoundException {
    ClassLoader loader = code.owner().getClassLoader();
    List<Class<?>> types = new ArrayList<>();
    for (PointLayout.Slot slot : code.layouts().get(point).slots()) {
      types.add(slot.descriptor().length() == 1 ? null : Types.find(slot.descriptor(), loader));
    }
    return new Landing(code, point, types);
  }

  /** Null if a value may be in a slot. */
  String refusal(int slot, Object value) {
    Class<?> type = types.get(slot);
    if (value == null) {
      return isReceiver(slot) ? "it is never null" : null;
    }
    if (type == null) {
      return null;
    }
    if (isAlwaysNull(slot, value)) {
      return NULL;
    }
    Object held = value instanceof SavedFrame.Rest rest ? rest.elements().iterator() : value;
    return type.isInstance(held) ? null : "its type must be " + type.getTypeName();
  }

  /** Whether the code knows that there is null where a value is to be, whatever that is. */
  boolean isAlwaysNull(int slot, Object value) {
    return !code.holds(point, slot, value);
  }

  private boolean isReceiver(int slot) {
    return code.layouts().get(point).slots().get(slot).name().equals("this");
  }

  /** A value that may not be in a slot. */
  static Obstacle misfit(Place place, int slot, String type, String why) {
    return new Obstacle("", place.toString(), place.name(slot), "", type, why, TYPES);
  }
}
