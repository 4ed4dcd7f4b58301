package dev.respool.it.scenarios.saved;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Locals and operands of every type, across suspensions. */
public final class HeldValues {
  private HeldValues() {}

  enum Color {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "green";
      }
    }
  }

  record Point(int x, Color color) implements Serializable {}

  /** Of every type. */
  @Suspendable
  public static Object everyType(int n) {
    boolean z = n > 0;
    byte b = (byte) -n;
    short s = (short) (n - 1000);
    char c = (char) (0xfff0 + n);
    int i = Integer.MIN_VALUE + n;
    long j = Long.MIN_VALUE + n;
    float f = -0.0f;
    double d = Double.NaN;
    String text = "text" + n;
    Color color = Color.GREEN;
    int[] ints = {1, 2};
    long[][] longs = {{1}, {2, 3}};
    Object[] objects = {text, 1, null};
    Point point = new Point(n, Color.RED);
    Object nothing = null;
    Coroutine.yield("first");
    b++;
    j--;
    ints[0]++;
    Coroutine.yield("second");
    return List.of(z, b, s, (int) c, i, j, f, d, text, color)
        + Arrays.toString(ints)
        + Arrays.deepToString(longs)
        + Arrays.toString(objects)
        + point
        + nothing;
  }

  @Suspendable
  static Object boxes(int n) {
    Boolean z = n > 0;
    Byte b = (byte) n;
    Short s = (short) -n;
    Character c = 'c';
    Integer i = n * 1000;
    Long j = (long) n << 40;
    Float f = n / 3.0f;
    Double d = n / 3.0;
    Coroutine.yield("boxes");
    i++;
    d *= 2;
    return "" + z + b + s + c + i + j + f + d;
  }

  @Suspendable
  static Object arrays() {
    boolean[] z = {true, false};
    byte[] b = {-1, 1};
    short[] s = {-2};
    char[] c = {'a', '\u20ac'};
    float[] f = {Float.MIN_VALUE};
    double[][] d = {{1.5}, {}};
    String[] texts = {"x", null};
    Color[][] colors = {{Color.RED}, null};
    Object same = b;
    Coroutine.yield("arrays");
    b[0]--;
    return Arrays.toString(z)
        + Arrays.toString((byte[]) same)
        + Arrays.toString(s)
        + (int) c[1]
        + Arrays.toString(f)
        + Arrays.deepToString(d)
        + Arrays.toString(texts)
        + Arrays.deepToString(colors);
  }

  /** Values of the JDK that have forms of their own. */
  @Suspendable
  static Object valuesOfTheJdk() {
    BigDecimal decimal = new BigDecimal("1.50");
    BigInteger big = BigInteger.TWO.pow(100);
    LocalDate date = LocalDate.of(2026, 11, 29);
    ZonedDateTime time = date.atStartOfDay(ZoneId.of("Europe/Vienna"));
    Duration duration = Duration.ofMillis(1500);
    UUID id = new UUID(1, 2);
    URI uri = URI.create("http://example.org/");
    Locale locale = Locale.CANADA_FRENCH;
    BitSet bits = BitSet.valueOf(new long[] {5});
    AtomicLong atomic = new AtomicLong(7);
    StringBuilder builder = new StringBuilder("b");
    Class<?> type = Color.class;
    Coroutine.yield("values");
    atomic.incrementAndGet();
    builder.append(type.getSimpleName());
    return List.of(decimal, big, date, time.toLocalDateTime(), duration, id, uri, locale, bits)
        + ""
        + atomic
        + builder;
  }

  /** Operands of two words and of one, below a call. */
  @Suspendable
  static Object operands() {
    long l = 5;
    return l * 3 + "x".length() - (two(2.5) + l * two(1)) + "" + two(0.5f);
  }

  @Suspendable
  private static double two(double value) {
    Coroutine.yield(value);
    return value * 2;
  }
}
