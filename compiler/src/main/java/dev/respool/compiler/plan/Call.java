package dev.respool.compiler.plan;

import dev.respool.compiler.suspendable.MethodKey;

/** How a suspension point calls. */
public sealed interface Call {
  /** Dispatch decides what is called. */
  record Dispatched() implements Call {}

  /**
   * No dispatch can lead the call elsewhere.
   *
   * @param target the declaration that is reached
   */
  record Bound(MethodKey target) implements Call {}

  /**
   * The call goes to a variant that takes the carrier as its last argument, so that nobody need be
   * asked or told anything.
   *
   * @param owner internal name of its class
   * @param name its name
   * @param descriptor its descriptor, with the carrier
   * @param isStatic whether it has no receiver
   * @param isInterface whether its class is an interface
   */
  record Variant(
      String owner, String name, String descriptor, boolean isStatic, boolean isInterface)
      implements Call {
    private static final String CARRIER = "Ldev/respool/abi/Carrier;)";

    /**
     * The variant's descriptor.
     *
     * @param descriptor of the method
     * @return the same with the carrier behind its parameters
     */
    public static String descriptor(String descriptor) {
      return descriptor.replace(")", CARRIER);
    }
  }

  /**
   * The call goes to one of the runtime's own suspending methods, which has two variants.
   *
   * @param first for the method itself, which may be dormant and have no carrier
   * @param again for its resume method, which has one
   */
  record Leaf(Variant first, Variant again) implements Call {}
}
