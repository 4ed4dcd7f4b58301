package dev.respool.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.it.harness.FourWay;
import dev.respool.it.harness.SourceTargets;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * A {@code new} that is moved behind its arguments still initializes its class before them (JVMS
 * 6.5.new). Each way has class files of its own, since a class is initialized once.
 */
class InitializationOrderTest {
  private static final String NAME = "Order";

  private static final String TEXT =
      """
      package dev.respool.it.targets;
      public final class Order {
        static final StringBuilder SEEN = new StringBuilder();

        static class Base {
          static { SEEN.append("Base "); }
        }

        static final class Outer extends Base {
          static { SEEN.append("Outer "); }
          final Object inner;
          Outer(long wide, Object inner) { this.inner = inner; SEEN.append(wide); }
        }

        static final class Inner {
          static { SEEN.append("Inner "); }
          Inner(int n) { SEEN.append(n); }
        }

        static final class Broken {
          static final int NUMBER = Integer.parseInt(new String("broken"));
          Broken(int n) { SEEN.append("never"); }
        }

        static int seen(int n) {
          SEEN.append("argument ");
          return Probe.i(n);
        }

        static String broken() {
          try {
            return "made " + new Broken(seen(9));
          } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
            return e.getClass().getSimpleName() + Probe.i(3);
          }
        }

        public static Object run() {
          Object made = new Outer(Probe.b(true) ? seen(1) : 2L, new Inner(seen(2)));
          return made.getClass().getSimpleName() + " " + SEEN + broken() + broken() + SEEN;
        }
      }
      """;

  private static final String ORDER = "Base Outer argument Inner argument 21";

  @Test
  void a_class_is_initialized_before_the_arguments_of_its_constructor() throws Exception {
    String end = "ExceptionInInitializerError3NoClassDefFoundError3";
    assertEquals("Outer " + ORDER + end + ORDER, afresh().end());
    afresh().runsTransformed();
    afresh().survivesEverySuspension();
    afresh().survivesWithRecomputedFrames();
  }

  private static FourWay afresh() throws IOException, ReflectiveOperationException {
    return new FourWay(SourceTargets.className(NAME), SourceTargets.compiledText(NAME, TEXT, 17));
  }
}
