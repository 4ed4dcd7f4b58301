package dev.respool.it.targets;

import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** Method references whose results are boxed, unboxed and widened. */
public final class ConvertedResults {
  private ConvertedResults() {}

  private interface Floats {
    float apply(long n);
  }

  public static Object run() {
    IntToDoubleFunction real = ConvertedResults::number;
    IntToLongFunction wide = ConvertedResults::number;
    Floats floats = ConvertedResults::wide;
    ToIntFunction<String> unboxed = ConvertedResults::boxed;
    ToDoubleFunction<String> unboxedWide = ConvertedResults::boxed;
    Function<Integer, Object> boxed = ConvertedResults::number;
    Supplier<Character> letter = ConvertedResults::letter;
    DoubleSupplier letters = ConvertedResults::letter;
    return real.applyAsDouble(1)
        + " "
        + wide.applyAsLong(2)
        + " "
        + floats.apply(3)
        + " "
        + unboxed.applyAsInt("four")
        + " "
        + unboxedWide.applyAsDouble("fives")
        + " "
        + boxed.apply(6)
        + letter.get()
        + letters.getAsDouble();
  }

  private static int number(int n) {
    return Probe.i(n) + 1;
  }

  private static long wide(long n) {
    return Probe.l(n) + 1;
  }

  private static Integer boxed(String text) {
    return Probe.i(text.length());
  }

  private static char letter() {
    return Probe.letter('x');
  }
}
