package dev.respool.compiler.suspendable;

import java.util.Set;

/**
 * The methods of the runtime that resume or close a coroutine, by themselves or as an iterator. In
 * suspendable code they suspend if the coroutine waits for its event loop; like functions, they are
 * no reason why their caller should be suspendable.
 */
final class Resumptions {
  private static final String COROUTINE = "dev/respool/Coroutine";
  private static final Set<String> ITERATORS =
      Set.of(
          "dev/respool/CloseableIterator",
          "dev/respool/CloseableIntIterator",
          "dev/respool/CloseableLongIterator",
          "dev/respool/CloseableDoubleIterator",
          "java/util/PrimitiveIterator$OfInt",
          "java/util/PrimitiveIterator$OfLong",
          "java/util/PrimitiveIterator$OfDouble");

  private static final Set<String> STEPS =
      Set.of("hasNext", "next", "nextInt", "nextLong", "nextDouble", "close");

  private static final Set<String> OF_COROUTINE = Set.of("resume", "close");

  private Resumptions() {}

  static boolean include(MethodKey call) {
    return call.owner().equals(COROUTINE) && OF_COROUTINE.contains(call.name())
        || ITERATORS.contains(call.owner()) && STEPS.contains(call.name());
  }
}
