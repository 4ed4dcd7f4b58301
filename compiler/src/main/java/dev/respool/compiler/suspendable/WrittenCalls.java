package dev.respool.compiler.suspendable;

import java.util.Set;

/**
 * The calls of an instrumented class as they were written: those of variants, which take the
 * carrier as their last argument, are calls of the methods that the variants stand for.
 */
public final class WrittenCalls {
  /** How the names of the bodies begin that method references are given. */
  public static final String ADAPTER = "respool$ref$";

  private static final String CARRIER = "Ldev/respool/abi/Carrier;)";
  private static final String RESUME_METHOD = "(Ldev/respool/abi/Carrier;Ldev/respool/abi/Shapes$";

  /** Of an activation that was called, and of one that was resumed. */
  private static final Set<String> RUNTIME_VARIANTS =
      Set.of("dev/respool/abi/Suspension", "dev/respool/abi/SuspensionAgain");

  private static final String YIELDER = "(Ljava/lang/Object;";

  private WrittenCalls() {}

  /**
   * Whether the source has the code of a method: it is none that Respool has added, except that the
   * body of a method may have become a variant.
   *
   * @param method its name
   * @param descriptor its descriptor
   * @return false for resume methods and what goes with them
   */
  public static boolean has(String method, String descriptor) {
    return !method.startsWith("respool$") && !descriptor.startsWith(RESUME_METHOD);
  }

  /** Whether a method is the body that a method reference was given. */
  static boolean isAdapter(String method) {
    return method.startsWith(ADAPTER);
  }

  /** The descriptor of the variant of a method. */
  static String ofVariant(String descriptor) {
    return descriptor.replace(")", CARRIER);
  }

  static MethodKey asWritten(MethodKey call) {
    if (!call.descriptor().contains(CARRIER)) {
      return call;
    }
    String descriptor = call.descriptor().replace(CARRIER, ")");
    return RUNTIME_VARIANTS.contains(call.owner())
        ? ofRuntime(call.name(), descriptor)
        : new MethodKey(call.owner(), call.name(), descriptor);
  }

  private static MethodKey ofRuntime(String variant, String descriptor) {
    if (!variant.equals("yieldTo")) {
      return new MethodKey("dev/respool/Coroutine", "yield", descriptor);
    }
    String element = descriptor.substring(YIELDER.length());
    String owner =
        switch (element.charAt(0)) {
          case 'I' -> "dev/respool/IntYielder";
          case 'J' -> "dev/respool/LongYielder";
          case 'D' -> "dev/respool/DoubleYielder";
          default -> "dev/respool/Yielder";
        };
    return new MethodKey(owner, "yield", "(" + element);
  }
}
