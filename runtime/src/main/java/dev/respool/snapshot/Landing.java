package dev.respool.snapshot;

import dev.respool.abi.PointLayout;
import dev.respool.abi.SavedFrame;
import dev.respool.abi.SuspendableCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a frame continues.
 *
 * @param code the method
 * @param point the number of its suspension point
 * @param types of the slots, null for primitive ones
 */
record Landing(SuspendableCode code, int point, List<Class<?>> types) {
  static Landing of(SuspendableCode code, int point) throws ClassNotFoundException {
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
    if (value == null || type == null) {
      return null;
    }
    if (!code.holds(point, slot, value)) {
      return "it is always null there";
    }
    Object held = value instanceof SavedFrame.Rest rest ? rest.elements().iterator() : value;
    return type.isInstance(held) ? null : "its type must be " + type.getTypeName();
  }
}
