package dev.respool.compiler.plan;

import dev.respool.compiler.suspendable.MethodKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The variants that the runtime has of its own shortest suspending methods. */
final class RuntimeVariants {
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final Map<MethodKey, Call.Leaf> ALL = new HashMap<>();

  static {
    add("Coroutine", "yield", "(" + OBJECT + ")" + OBJECT, "yieldValue");
    add("Coroutine", "yield", "()" + OBJECT, "yieldNothing");
    addYielder("Yielder", OBJECT);
    addYielder("IntYielder", "I");
    addYielder("LongYielder", "J");
    addYielder("DoubleYielder", "D");
  }

  private RuntimeVariants() {}

  private static void add(String owner, String name, String descriptor, String variant) {
    put(owner, name, descriptor, variant, descriptor);
  }

  /** The receiver becomes the first argument. */
  private static void addYielder(String owner, String element) {
    put(owner, "yield", "(" + element + ")V", "yieldTo", "(" + OBJECT + element + ")V");
  }

  private static void put(
      String owner, String name, String descriptor, String variant, String arguments) {
    String withCarrier = Call.Variant.descriptor(arguments);
    ALL.put(
        new MethodKey("dev/respool/" + owner, name, descriptor),
        new Call.Leaf(
            new Call.Variant("dev/respool/abi/Suspension", variant, withCarrier, true, false),
            new Call.Variant(
                "dev/respool/abi/SuspensionAgain", variant, withCarrier, true, false)));
  }

  static Optional<Call.Leaf> of(MethodKey method) {
    return Optional.ofNullable(ALL.get(method));
  }
}
