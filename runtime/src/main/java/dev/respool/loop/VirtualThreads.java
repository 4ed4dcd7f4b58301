package dev.respool.loop;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** Virtual threads, by reflection: our code is compiled for Java 17. */
final class VirtualThreads {
  /** Before it, a virtual thread that blocks in {@code synchronized} holds up others (JEP 491). */
  private static final int FIRST_GOOD = 24;

  private VirtualThreads() {}

  /** A virtual thread for each call, or something else where there are no good ones. */
  static ExecutorService perCall(String prefix, Supplier<ExecutorService> otherwise) {
    if (Runtime.version().feature() < FIRST_GOOD) {
      return otherwise.get();
    }
    try {
      return (ExecutorService)
          Executors.class
              .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
              .invoke(null, factory(prefix));
    } catch (ReflectiveOperationException e) { // a JDK without them
      return otherwise.get();
    }
  }

  private static Object factory(String prefix) throws ReflectiveOperationException {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Class<?> type = Class.forName("java.lang.Thread$Builder");
    Method name = type.getMethod("name", String.class, long.class);
    return type.getMethod("factory").invoke(name.invoke(builder, prefix, 1L));
  }
}
