package dev.respool.benchmarks.tool;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A generated program that initialises many classes, of which every hundredth has suspendable
 * methods, and calls each once. Nothing suspends, so it runs without being instrumented, too.
 */
final class Application {
  static final String MAIN = "app.Main";

  private static final int SUSPENDABLE_EVERY = 100;
  private static final int CLASSES_OF_A_PART = 100;

  private static final String ORDINARY =
      """
      package app;

      final class C%1$d implements Comparable<C%1$d> {
        private final int[] values = new int[8];
        private String name = "class %1$d";

        static int start(int x) {
          C%1$d object = new C%1$d();
          object.fill(x);
          return object.sum() + object.parse(object.name.substring(6)) + object.kind(x);
        }

        private void fill(int x) {
          for (int i = 0; i < values.length; i++) {
            values[i] = x * i + %1$d;
          }
        }

        int sum() {
          int sum = 0;
          for (int value : values) {
            sum += value > 0 ? value : -value;
          }
          return sum;
        }

        int parse(String text) {
          try {
            return Integer.parseInt(text);
          } catch (NumberFormatException e) {
            name = text;
            return -1;
          }
        }

        int kind(int x) {
          switch (x %% 4) {
            case 0: return name.length();
            case 1: return name.hashCode();
            default: return compareTo(this);
          }
        }

        @Override
        public int compareTo(C%1$d other) {
          return name.compareTo(other.name);
        }
      }
      """;

  private static final String SUSPENDABLE =
      """
      package app;

      import dev.respool.Coroutine;
      import dev.respool.Suspendable;

      final class C%1$d {
        private final String name = "class %1$d";

        @Suspendable
        static int start(int x) {
          C%1$d object = new C%1$d();
          int sum = 0;
          for (int i = 0; i < 4; i++) {
            sum += object.step(x, i);
          }
          return sum;
        }

        @Suspendable
        int step(int x, int i) {
          long product = (long) x * i;
          if (product < 0) {
            String answer = Coroutine.yield(name);
            return answer.length() + name.length() + i;
          }
          return (int) product + name.length();
        }
      }
      """;

  private Application() {}

  /** Compiles a program. */
  static Path compile(int classes) throws IOException {
    Sources sources = new Sources();
    for (int i = 0; i < classes; i++) {
      String text = i % SUSPENDABLE_EVERY == 0 ? SUSPENDABLE : ORDINARY;
      sources.add("app.C" + i, text.formatted(i));
    }
    int parts = (classes + CLASSES_OF_A_PART - 1) / CLASSES_OF_A_PART;
    for (int i = 0; i < parts; i++) {
      int first = i * CLASSES_OF_A_PART;
      int end = Math.min(classes, first + CLASSES_OF_A_PART);
      sources.add("app.Part" + i, caller("Part" + i, "C", first, end, "static int start(int x)"));
    }
    String main = "public static void main(String[] x0)";
    sources.add(MAIN, caller("Main", "Part", 0, parts, main));
    return sources.compile();
  }

  /** A class with a method that calls the {@code start} methods of a row of classes. */
  private static String caller(String name, String callee, int first, int end, String method) {
    boolean isMain = name.equals("Main");
    StringBuilder text = new StringBuilder("package app;\npublic final class " + name + " {\n");
    text.append(method).append(" {\nint sum = 0;\n").append(isMain ? "int x = 3;\n" : "");
    for (int i = first; i < end; i++) {
      text.append("sum += ").append(callee).append(i).append(".start(x);\n");
    }
    return text.append(isMain ? "System.out.println(sum);\n}}" : "return sum;\n}}").toString();
  }
}
