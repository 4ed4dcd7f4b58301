package dev.respool.it.language;

import dev.respool.it.harness.FourWay;
import dev.respool.it.harness.SourceTargets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Methods whose arguments take all 255 slots that there are (JVMS 4.3.3), {@code this} included.
 */
class WidestMethodsTest {
  private static final String NAME = "Widest";

  /** All arguments live across a suspension, and the last one suspends before the call. */
  @ParameterizedTest(name = "{0} {1} of {2} {3}")
  @CsvSource({
    "static, wide, 255, int",
    "static, wide, 254, int",
    "static, wide, 127, long",
    "private, wide, 254, int",
    "public, wide, 254, int",
    "public, wide, 127, double",
    "final, wide, 253, int",
    "'', Widest, 254, int",
    "'', Widest, 127, long"
  })
  void a_method_with_as_many_arguments_as_there_can_be_suspends(
      String modifier, String method, int count, String type) throws Exception {
    String text = text(modifier, method, count, type);
    new FourWay(SourceTargets.className(NAME), SourceTargets.compiledText(NAME, text, 17))
        .survivesEverything();
  }

  private static String text(String modifier, String method, int count, String type) {
    boolean constructor = method.equals(NAME);
    String target = constructor ? "new " : modifier.equals("static") ? "" : "new Widest().";
    return """
        package dev.respool.it.targets;
        public class Widest {
          private Object result;
          Widest() {}
          %s %s %s(%s) {
            Object before = Probe.ref("in");
            Object all = before + "" + (%s);
            %s all + "" + Probe.i(2);
          }
          public static Object run() {
            return %s%s(%s, Probe.i(%d))%s;
          }
        }
        """
        .formatted(
            modifier,
            constructor ? "" : "Object",
            method,
            list(0, count, ", ", type + " a"),
            list(0, count, " * 31 + ", "a"),
            constructor ? "result =" : "return",
            target,
            method,
            list(1, count, ", ", ""),
            count,
            constructor ? ".result" : "");
  }

  private static String list(int from, int to, String between, String before) {
    return IntStream.range(from, to).mapToObj(i -> before + i).collect(Collectors.joining(between));
  }
}
