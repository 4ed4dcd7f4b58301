package dev.respool.it.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.respool.abi.AbiVersion;
import dev.respool.abi.Carrier;
import dev.respool.abi.Frame;
import dev.respool.abi.Shapes;
import dev.respool.abi.SuspendableMethod;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many bytes the JVM allocates for a frame of each shape. It holds where an object has a header
 * of 12 bytes and references have 4, as in a JVM without options.
 */
class FrameSizeTest {
  private static final int COUNT = 1_000;
  private static final int ROUNDS = 10;
  private static final int LONGS = 4;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** 24 bytes with such headers and references; others make it 16 or 32. */
  private record Probe(Object reference, int number) {
    static Object make() {
      return new Probe(null, 1);
    }
  }

  @BeforeAll
  static void headers_have_12_bytes_and_references_4() throws Throwable {
    MethodType type = MethodType.methodType(Object.class);
    assumeTrue(size(MethodHandles.lookup().findStatic(Probe.class, "make", type)) == 24);
  }

  /** The least of some rounds, because the JVM now and then links or compiles in between. */
  private static long size(MethodHandle allocation) throws Throwable {
    Object[] kept = new Object[COUNT];
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      fill(kept, allocation);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least / COUNT;
  }

  private static void fill(Object[] kept, MethodHandle allocation) throws Throwable {
    for (int i = 0; i < kept.length; i++) {
      kept[i] = (Object) allocation.invokeExact();
    }
  }

  /** The size of a frame of a method that does nothing. */
  private static long sizeOf(String shape) throws Throwable {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodType resume =
        MethodType.methodType(Object.class, Carrier.class, Frame.class, Object.class);
    MethodHandle factory =
        SuspendableMethod.link(
                lookup,
                "nothing",
                MethodType.methodType(Class.forName(Shapes.class.getName() + "$" + shape)),
                lookup.findStatic(FrameSizeTest.class, "nothing", resume),
                AbiVersion.CURRENT,
                "nothing\t()V\tFrameSizeTest.java",
                1,
                1)
            .getTarget();
    return size(factory.asType(MethodType.methodType(Object.class)));
  }

  private static Object nothing(Carrier carrier, Frame frame, Object value) {
    return value;
  }

  @ParameterizedTest
  @CsvSource({"0, 24", "1, 24", "2, 32", "3, 32", "4, 40", "5, 40", "6, 48", "7, 48", "8, 56"})
  void a_reference_takes_4_bytes_and_a_long_8(int refs, int bytes) throws Throwable {
    for (int prims = 0; prims <= LONGS; prims++) {
      assertEquals(bytes + prims * Long.BYTES, sizeOf("R" + refs + "P" + prims));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4, 6, 8})
  void a_value_of_32_bits_in_the_gap_takes_nothing(int refs) throws Throwable {
    for (int prims = 0; prims <= LONGS; prims++) {
      String without = "R" + refs + "P" + prims;
      String with = "R" + refs + "IP" + prims;
      assertEquals(sizeOf(without), sizeOf(with), with);
    }
  }
}
