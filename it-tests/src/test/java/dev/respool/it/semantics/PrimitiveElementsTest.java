package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.CloseableDoubleIterator;
import dev.respool.CloseableIntIterator;
import dev.respool.CloseableLongIterator;
import dev.respool.DoubleGenerator;
import dev.respool.IntGenerator;
import dev.respool.LongGenerator;
import dev.respool.it.harness.TransformedTests;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Elements of generators of primitive values arrive as they are, to the last bit. */
@ExtendWith(TransformedTests.class)
class PrimitiveElementsTest {
  private static final int[] INTS = {
    Integer.MIN_VALUE, -1, 0, 1, 0x8000, 0xff80, 0x01234567, Integer.MAX_VALUE
  };
  private static final long[] LONGS = {
    Long.MIN_VALUE, -1, 0, 1, 0x80000000L, 0xffffffffL, 0x0123456789abcdefL, Long.MAX_VALUE
  };

  /** Bits of doubles: zeros, infinities, extremes, the NaN and others with a payload, quiet. */
  private static final long[] DOUBLES = {
    0L,
    Long.MIN_VALUE,
    Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY),
    Double.doubleToRawLongBits(Double.MIN_VALUE),
    Double.doubleToRawLongBits(-Double.MAX_VALUE),
    Double.doubleToRawLongBits(Double.NaN),
    0x7ff8000000012345L,
    0xfff8000000000000L,
    0xffffffffffffffffL
  };

  private final List<String> log = new ArrayList<>();

  private final IntGenerator ints =
      IntGenerator.of(
          g -> {
            try {
              for (int element : INTS) {
                g.yield(element);
              }
            } finally {
              log.add("finally");
            }
          });
  private final LongGenerator longs =
      LongGenerator.of(
          g -> {
            try {
              for (long element : LONGS) {
                g.yield(element);
              }
            } finally {
              log.add("finally");
            }
          });
  private final DoubleGenerator doubles =
      DoubleGenerator.of(
          g -> {
            try {
              for (long bits : DOUBLES) {
                g.yield(Double.longBitsToDouble(bits));
              }
            } finally {
              log.add("finally");
            }
          });

  @Test
  void ints_pass_unchanged() {
    try (CloseableIntIterator run = ints.iterator()) {
      for (int element : INTS) {
        assertEquals(element, run.nextInt());
      }
      assertFalse(run.hasNext());
      assertThrows(NoSuchElementException.class, run::nextInt);
    }
    assertArrayEquals(INTS, ints.stream().toArray());
  }

  @Test
  void longs_pass_unchanged() {
    try (CloseableLongIterator run = longs.iterator()) {
      for (long element : LONGS) {
        assertEquals(element, run.nextLong());
      }
      assertFalse(run.hasNext());
      assertThrows(NoSuchElementException.class, run::nextLong);
    }
    assertArrayEquals(LONGS, longs.stream().toArray());
  }

  @Test
  void doubles_pass_with_every_bit() {
    try (CloseableDoubleIterator run = doubles.iterator()) {
      for (long bits : DOUBLES) {
        assertEquals(bits, Double.doubleToRawLongBits(run.nextDouble()));
      }
      assertFalse(run.hasNext());
      assertThrows(NoSuchElementException.class, run::nextDouble);
    }
    long[] streamed = doubles.stream().mapToLong(Double::doubleToRawLongBits).toArray();
    assertArrayEquals(DOUBLES, streamed);
  }

  @Test
  void for_each_gives_boxed_values() {
    int i = 0;
    for (Integer element : ints) {
      assertEquals(INTS[i++], element);
    }
    i = 0;
    for (Long element : longs) {
      assertEquals(LONGS[i++], element);
    }
    i = 0;
    for (Double element : doubles) {
      assertEquals(DOUBLES[i++], Double.doubleToRawLongBits(element));
    }
    assertEquals(DOUBLES.length, i);
  }

  @Test
  void what_remains_is_given_to_a_consumer_of_primitives() {
    List<Object> rest = new ArrayList<>();
    ints.iterator().forEachRemaining((int element) -> rest.add(element));
    longs.iterator().forEachRemaining((long element) -> rest.add(element));
    CloseableDoubleIterator run = doubles.iterator();
    run.nextDouble();
    run.forEachRemaining((double element) -> rest.add(element));
    assertEquals(INTS.length + LONGS.length + DOUBLES.length - 1, rest.size());
    assertEquals(Long.MIN_VALUE, rest.get(INTS.length));
  }

  @Test
  void streams_may_be_infinite() {
    IntGenerator someInts =
        IntGenerator.of(
            g -> {
              for (int n = 0; ; n++) {
                g.yield(n);
              }
            });
    LongGenerator someLongs =
        LongGenerator.of(
            g -> {
              for (long n = 0; ; n++) {
                g.yield(n);
              }
            });
    DoubleGenerator someDoubles =
        DoubleGenerator.of(
            g -> {
              for (double n = 0; ; n++) {
                g.yield(n / 2);
              }
            });
    assertEquals(45, someInts.stream().limit(10).sum());
    assertEquals(45, someLongs.stream().limit(10).sum());
    assertEquals(22.5, someDoubles.stream().limit(10).sum());
  }

  @Test
  void closing_a_stream_runs_the_finally_blocks() {
    try (IntStream a = ints.stream();
        LongStream b = longs.stream();
        DoubleStream c = doubles.stream()) {
      assertTrue(a.findFirst().isPresent() && b.findFirst().isPresent());
      assertTrue(c.findFirst().isPresent());
      assertEquals(List.of(), log);
    }
    assertEquals(List.of("finally", "finally", "finally"), log);
  }

  @Test
  void generators_of_all_types_run_inside_one_another() {
    DoubleGenerator products =
        DoubleGenerator.of(
            g -> {
              try (CloseableIntIterator i = counting().iterator()) {
                while (i.hasNext()) {
                  int factor = i.nextInt();
                  CloseableLongIterator j = countingLongs().iterator();
                  g.yield(factor * j.nextLong() + j.nextLong() / 4.0);
                }
              }
            });
    assertArrayEquals(new double[] {1.5, 2.5, 3.5}, products.stream().toArray());
  }

  private static IntGenerator counting() {
    return IntGenerator.of(
        g -> {
          for (int i = 1; i <= 3; i++) {
            g.yield(i);
          }
        });
  }

  private static LongGenerator countingLongs() {
    return LongGenerator.of(
        g -> {
          for (long i = 1; i <= 3; i++) {
            g.yield(i);
          }
        });
  }
}
