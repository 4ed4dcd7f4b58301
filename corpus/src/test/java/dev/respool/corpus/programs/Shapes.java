package dev.respool.corpus.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** A program of many shapes of calls, made suspendable by the agent; it prints what it computes. */
public final class Shapes {
  private final List<String> parts = new ArrayList<>();

  private Shapes(String text) {
    super();
    parts.add(text.trim());
    parts.add(new StringBuilder(text.trim()).append(1).toString());
  }

  interface Shape {
    double area();
  }

  record Square(double side) implements Shape {
    @Override
    public double area() {
      return Math.abs(side * side);
    }
  }

  public static void main(String[] arguments) throws Exception {
    new Shapes(" begin ").testAll();
  }

  /** Where a coroutine starts in mode {@code refuse}: the agent takes it for a test. */
  public void testAll() throws Exception {
    System.out.println(parts);
    System.out.println(fibonacci(12) + " " + new Square(3).area());
    System.out.println(mixed(1.5f, (byte) 3, 'c', true, (short) 7));
    callbacks();
    exceptions();
    System.out.println(locked(Shapes::called));
  }

  private static long fibonacci(int n) {
    return n < 2 ? n : Math.addExact(fibonacci(n - 1), fibonacci(n - 2));
  }

  private static float mixed(float a, byte b, char c, boolean d, short e) {
    return Math.max(a, Math.min(b, c)) + (Boolean.parseBoolean("" + d) ? e : 0);
  }

  /** Code of the JDK calls back. */
  private static void callbacks() {
    List<Integer> numbers = new ArrayList<>(List.of(3, 1, 2));
    numbers.sort((p, q) -> Integer.compare(p.intValue(), q.intValue()));
    System.out.println(numbers);
    Map<String, Integer> counts = new TreeMap<>();
    for (String word : "a b a c".split(" ")) {
      counts.merge(word, 1, (x, y) -> Math.addExact(x, y));
    }
    System.out.println(counts);
  }

  private static void exceptions() {
    for (int i = 0; i < 5; i++) {
      try {
        System.out.println(odd(i));
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage() + " " + e.getStackTrace()[0].getMethodName());
      }
    }
  }

  private static int odd(int number) {
    try {
      if (Integer.parseInt("" + number) % 2 == 0) {
        throw new IllegalStateException("even: " + number);
      }
      return number;
    } finally {
      System.out.println("finally " + number);
    }
  }

  private static synchronized String locked(Callable<String> callable) throws Exception {
    return callable.call();
  }

  private static String called() {
    return String.valueOf(Thread.holdsLock(Shapes.class));
  }
}
