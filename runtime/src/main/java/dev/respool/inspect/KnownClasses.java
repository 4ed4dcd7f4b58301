package dev.respool.inspect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.Buffer;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Whose {@code toString} may be called without fear. */
final class KnownClasses {
  private static final String RESPOOL = "dev.respool.";

  /** They run no other code, take no lock, and do not take long. */
  private static final Set<Class<?>> HARMLESS =
      Set.of(
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          URI.class,
          URL.class,
          UUID.class,
          InetSocketAddress.class,
          AtomicBoolean.class,
          AtomicInteger.class,
          AtomicLong.class,
          StackTraceElement.class);

  /** Whether a class has a {@code toString} of its own. */
  private static final ClassValue<Boolean> OWN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          try {
            return type.getMethod("toString").getDeclaringClass() != Object.class;
          } catch (NoSuchMethodException | LinkageError e) {
            return false; // a class that its methods' types are missing of has none that we can use
          }
        }
      };

  private KnownClasses() {}

  static boolean hasToString(Class<?> type) {
    return OWN.get(type);
  }

  /** Of numbers, those that have no more bits than that. */
  static boolean isHarmless(Object value, int bits) {
    Class<?> type = value.getClass();
    if (type == BigInteger.class) {
      return ((BigInteger) value).bitLength() <= bits;
    }
    if (type == BigDecimal.class) {
      return ((BigDecimal) value).unscaledValue().bitLength() <= bits;
    }
    if (type == CompletableFuture.class) {
      return !((CompletableFuture<?>) value).isDone(); // later it shows its exception
    }
    return HARMLESS.contains(type) || isOfJdk(value, type) || isOurs(type);
  }

  private static boolean isOfJdk(Object value, Class<?> type) {
    boolean plain =
        type.getPackageName().equals("java.time")
            || value instanceof Path
            || value instanceof Buffer
            || value instanceof InetAddress;
    return plain && type.getClassLoader() == null;
  }

  /** Those of the runtime: tasks, channels, sockets. A subclass of them is somebody else's. */
  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith(RESPOOL)
        && type.getClassLoader() == KnownClasses.class.getClassLoader()
        && type.getModule() == KnownClasses.class.getModule()
        && type.getPackageName().matches("dev\\.respool(\\.(loop|snapshot|inspect|abi))?");
  }
}
