package dev.respool.it.random;

import dev.respool.it.random.RandomExpressions.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes a program in Java, whose {@code run()} is a target; each method calls those before it. */
final class RandomSource {
  private static final int METHODS = 3;
  private static final Method BODY = new Method("body", List.of(), JavaType.OBJECT);
  private static final String HEAD =
      """
      package dev.respool.it.targets;

      public class RandomSource {
        private static int fuel;

        public static Object run() {
          fuel = 300;
          return body();
        }

        interface Function {
          long at(long x);
        }

        static final class Box implements AutoCloseable {
          final int first;
          final Object second;
          private long third;

          Box(int first, Object second, long third) {
            this.first = Probe.i(first);
            this.second = first > 3 ? Probe.ref(second) : second;
            this.third = third;
          }

          long sum() {
            third += Probe.i(first);
            return Probe.l(third);
          }

          @Override
          public void close() {
            Probe.ref(second);
          }
        }

        static long twice(Function function, long x) {
          return function.at(x) - function.at(x + 1);
        }
      """;

  private final Names names = new Names();
  private final StringBuilder text = new StringBuilder(HEAD);
  private final List<Method> written = new ArrayList<>();

  private RandomSource() {}

  /** The text of a class. */
  static String text(Choices choices) {
    RandomSource source = new RandomSource();
    for (int i = 0; i < METHODS; i++) {
      Choices part = choices.part(METHODS + 2);
      source.method(source.signature("m" + i, part), part);
    }
    source.method(BODY, choices);
    return source.text.append("}\n").toString();
  }

  private Method signature(String name, Choices choices) {
    List<JavaType> parameters =
        Collections.nCopies(choices.next(5), choices).stream().map(JavaType::any).toList();
    return new Method(name, parameters, JavaType.any(choices));
  }

  private void method(Method method, Choices choices) {
    RandomExpressions expressions = new RandomExpressions(choices, names, List.copyOf(written));
    new RandomStatements(choices, names, expressions, text).method(method);
    written.add(method);
  }
}
