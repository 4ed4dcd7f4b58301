package dev.respool.snapshot;

import dev.respool.abi.Continuation;
import dev.respool.abi.SuspendableCode;
import java.io.Closeable;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.BaseStream;

/**
 * Why an object cannot be part of a snapshot.
 *
 * @param why what it is
 * @param remedy what to do
 */
record Refusal(String why, String remedy) {
  private static final String LOOP = "dev.respool.loop.";
  static final String AGAIN = "keep what it takes to get it again, and get it when resumed";

  static boolean isContinuation(Object object) {
    return object instanceof Continuation;
  }

  /** Null if it can be written. */
  static Refusal of(Object object) {
    Refusal byName = byName(object);
    if (byName != null) {
      return byName;
    }
    return isWritable(object) ? ChosenClass.refusal(object.getClass()) : notSerializable(object);
  }

  private static boolean isWritable(Object object) {
    return object instanceof Serializable || object.getClass().isArray();
  }

  private static Refusal byName(Object object) {
    if (object instanceof Thread || object instanceof ClassLoader) {
      return new Refusal("it belongs to this process", AGAIN);
    }
    if (isLock(object)) {
      return new Refusal(
          "a lock has no meaning in another process", "release it, and keep it in a static field");
    }
    if (object.getClass().getName().startsWith(LOOP)) {
      return new Refusal(
          "what belongs to an event loop stays with that loop",
          "save coroutines and generators, not tasks; " + AGAIN);
    }
    return Proxy.isProxyClass(object.getClass()) ? ofProxy() : null;
  }

  private static Refusal ofProxy() {
    return new Refusal(
        "a dynamic proxy cannot be restored",
        "give it a name by SnapshotPolicy.withExternals, or " + AGAIN);
  }

  /** Of the {@code Class} object of a dynamic proxy. */
  static Refusal ofProxyClass() {
    return new Refusal("the class of a dynamic proxy cannot be restored", AGAIN);
  }

  private static boolean isLock(Object object) {
    String name = object.getClass().getName();
    return object instanceof Lock && !name.startsWith("java.util.concurrent.ConcurrentHashMap")
        || object instanceof ReadWriteLock
        || object instanceof StampedLock
        || object instanceof Semaphore;
  }

  /** A module keeps the constants of a class to itself. */
  static Refusal notOpen(Class<?> type) {
    return new Refusal(
        "nobody can tell whether it is a constant of its class",
        "add the line '"
            + SuspendableCode.opensLine(type)
            + "' to the module-info.java of the module "
            + type.getModule().getName());
  }

  static Refusal notSerializable(Object object) {
    if (isLambda(object.getClass())) {
      return ofLambda(object.getClass());
    }
    if (object instanceof Iterator) {
      return new Refusal(
          "nobody can tell what is left of the iterator, or whether that has an end",
          "iterate by for-each over a collection or an array, or by an index");
    }
    if (object instanceof Closeable || object instanceof BaseStream || object instanceof Future) {
      return new Refusal("it is open in this process", "close it before you save; " + AGAIN);
    }
    return isOfTheJdk(object.getClass()) ? ofTheJdk() : ofAnother();
  }

  private static Refusal ofLambda(Class<?> type) {
    String why = "the lambda or method reference is not serializable";
    return isOfTheJdk(type)
        ? new Refusal(
            why + ", and a class of the JDK makes it",
            "write it yourself in a class that is marked with @Saveable, such as x -> x for"
                + " Function.identity()")
        : new Refusal(
            why,
            "mark the class that makes it with @Saveable, or cast it to its type and Serializable");
  }

  private static Refusal ofTheJdk() {
    return new Refusal(
        "its class is one of the JDK and not serializable",
        "keep a serializable value in its place, such as the string of a Path or the value of an"
            + " Optional, or "
            + AGAIN);
  }

  private static Refusal ofAnother() {
    return new Refusal(
        "it is not serializable",
        "let the class implement java.io.Serializable, choose it by saveable= if it is not yours, or"
            + " do not need it across the suspension");
  }

  private static boolean isOfTheJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  private static boolean isLambda(Class<?> type) {
    return type.isSynthetic() && type.isHidden() && Modifier.isFinal(type.getModifiers());
  }
}
