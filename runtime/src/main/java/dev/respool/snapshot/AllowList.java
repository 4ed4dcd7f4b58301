package dev.respool.snapshot;

import dev.respool.abi.Continuation;
import java.io.ObjectInputFilter;
import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Decides which classes may be deserialized: values, collections and exceptions of the JDK, what
 * Respool itself writes, and what the user has allowed. It also bounds what can be allocated by the
 * size of the bytes.
 */
final class AllowList implements ObjectInputFilter {
  /** Nested objects need stack. */
  private static final int DEEPEST = 2_000;

  /** A hash table has up to eight places for an element, and a few when it is empty. */
  private static final int ROOM = 8;

  private static final String OURS = "dev.respool.";

  private static final Set<String> VALUES =
      Set.of(
          "java.lang.Object",
          "java.lang.Enum",
          "java.lang.Record",
          "java.lang.Boolean",
          "java.lang.Class",
          "java.lang.Character",
          "java.lang.Number",
          "java.lang.String",
          "java.lang.StringBuffer",
          "java.lang.StringBuilder",
          "java.lang.StackTraceElement",
          "java.lang.Iterable",
          "java.lang.Comparable",
          "java.lang.CharSequence",
          "java.lang.invoke.SerializedLambda",
          "java.util.AbstractMap$SimpleEntry",
          "java.util.AbstractMap$SimpleImmutableEntry",
          "java.util.BitSet",
          "java.util.CollSer",
          "java.util.Collections$ReverseComparator",
          "java.util.Collections$ReverseComparator2",
          "java.util.Currency",
          "java.util.Date",
          "java.util.EnumSet$SerializationProxy",
          "java.util.Locale",
          "java.util.Random",
          "java.util.UUID",
          "java.util.Map$Entry",
          "java.util.Comparator",
          "java.util.Comparators$NaturalOrderComparator",
          "java.util.concurrent.ConcurrentHashMap$Segment",
          "java.util.concurrent.locks.ReentrantLock",
          "java.util.concurrent.locks.ReentrantLock$Sync",
          "java.util.concurrent.locks.ReentrantLock$NonfairSync",
          "java.util.concurrent.locks.AbstractQueuedSynchronizer",
          "java.util.concurrent.locks.AbstractOwnableSynchronizer",
          "java.net.URI",
          "dev.respool.Generator",
          "dev.respool.IntGenerator",
          "dev.respool.LongGenerator",
          "dev.respool.DoubleGenerator",
          "dev.respool.Coroutine$Wrapped",
          "dev.respool.snapshot.ConstantReference",
          "dev.respool.snapshot.ContinuationReference",
          "dev.respool.snapshot.ExternalReference",
          "dev.respool.snapshot.SavedLambda");

  private final ClassPatterns allowed;
  private final long bytes;
  private long elements; // of all arrays so far
  private String rejected = "";
  private boolean rejectedClass;
  private Class<?> expected; // of an object that the policy itself puts in

  /** For so many bytes of objects. */
  AllowList(ClassPatterns allowed, long bytes) {
    this.allowed = allowed;
    this.bytes = bytes;
  }

  /** The class that was refused last, or what else was; empty if nothing was. */
  String rejected() {
    return rejected;
  }

  /** Whether a class was. */
  boolean hasRejectedClass() {
    return rejectedClass;
  }

  /** Whether the user has allowed a class of the program. */
  boolean allows(Class<?> type) {
    boolean allowedByUser = isAllowed(type);
    if (!allowedByUser) {
      reject(type);
    }
    return allowedByUser;
  }

  /** The next object asked for comes from the policy, not from the bytes; null for none. */
  void expect(Object external) {
    expected = external == null ? null : external.getClass();
  }

  @Override
  public Status checkInput(FilterInfo info) {
    if (info.serialClass() != null && info.serialClass() == expected) {
      expected = null;
      return Status.ALLOWED;
    }
    if (isBeyondBounds(info)) {
      return Status.REJECTED;
    }
    Class<?> type = info.serialClass();
    return type == null ? Status.UNDECIDED : check(element(type));
  }

  private boolean isBeyondBounds(FilterInfo info) {
    elements += Math.max(0, info.arrayLength());
    if (info.depth() > DEEPEST || info.references() > bytes) {
      rejected = "a graph of objects that is too deep or too large";
    } else if (elements > ROOM * (bytes + ROOM)) {
      rejected = "an array of " + info.arrayLength() + " elements";
    } else {
      return false;
    }
    return true;
  }

  private static Class<?> element(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element;
  }

  private Status check(Class<?> type) {
    if (type.isPrimitive() || isOfTheJdk(type) || isAllowed(type)) {
      return Status.ALLOWED;
    }
    reject(type);
    return Status.REJECTED;
  }

  private void reject(Class<?> type) {
    rejected = type.getName();
    rejectedClass = true;
  }

  /**
   * The same decision of a class that is not an array, by its name; loads none of the program. It
   * does not count as rejected.
   */
  boolean allowsName(String name) {
    return allowed.match(name) || VALUES.contains(name) || isOfTheJdk(name);
  }

  private static boolean isOfTheJdk(String name) {
    boolean ours = name.startsWith(OURS);
    try {
      return isOfTheJdk(Class.forName(name, false, ours ? AllowList.class.getClassLoader() : null));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** A filter that has the same bounds for the same bytes, and no opinion on classes. */
  ObjectInputFilter bounds() {
    AllowList again = new AllowList(allowed, bytes);
    return info -> again.isBeyondBounds(info) ? Status.REJECTED : Status.UNDECIDED;
  }

  /** A lambda that was read back has a hidden class, named after the class that makes it. */
  private boolean isAllowed(Class<?> type) {
    String name = type.getName();
    int lambda = type.isHidden() ? name.indexOf("$$Lambda") : -1;
    return allowed.match(lambda < 0 ? name : name.substring(0, lambda));
  }

  private static boolean isOfTheJdk(Class<?> type) {
    if (VALUES.contains(type.getName()) || Continuation.class.isAssignableFrom(type)) {
      return true; // no continuation is serializable: it is what a reference was resolved to
    }
    if (type.getClassLoader() != null) {
      return isNameOnly(type);
    }
    String place = type.getPackageName();
    return place.equals("java.time")
        || place.startsWith("java.time.")
        || place.equals("java.math")
        || place.equals("java.util.concurrent.atomic")
        || Number.class.isAssignableFrom(type) && place.equals("java.lang")
        || Throwable.class.isAssignableFrom(type) && place.startsWith("java.")
        || isCollection(type, place);
  }

  /**
   * Frames and the like can be there as {@code Class} objects only: a closure of Groovy knows the
   * parameter types of its generated methods.
   */
  private static boolean isNameOnly(Class<?> type) {
    return type.getPackage() == Continuation.class.getPackage()
        && !Serializable.class.isAssignableFrom(type);
  }

  private static boolean isCollection(Class<?> type, String place) {
    return (place.equals("java.util") || place.equals("java.util.concurrent"))
        && (Collection.class.isAssignableFrom(type)
            || Map.class.isAssignableFrom(type)
            || Map.Entry.class.isAssignableFrom(type));
  }
}
