package dev.respool.compiler.suspendable;

/**
 * Tells the methods of Kotlin's own coroutines, which kotlinc has made state machines already: its
 * {@code suspend} functions and the bodies that resume them. They say that they are suspended by
 * what they return, so that nothing but their library can call them and go on; they are never
 * suspendable.
 */
public final class KotlinCoroutines {
  private static final String SUSPEND = "Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";
  private static final String RESUMED = "invokeSuspend(Ljava/lang/Object;)Ljava/lang/Object;";

  private KotlinCoroutines() {}

  /**
   * Whether the method is one of theirs.
   *
   * @param method a method
   * @return true if so
   */
  public static boolean have(MethodKey method) {
    return method.descriptor().endsWith(SUSPEND) || method.signature().equals(RESUMED);
  }
}
