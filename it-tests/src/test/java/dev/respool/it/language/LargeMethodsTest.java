package dev.respool.it.language;

import dev.respool.compiler.plan.Refusal;
import dev.respool.it.harness.FourWay;
import dev.respool.it.harness.SourceTargets;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Methods with hundreds and thousands of suspension points. */
class LargeMethodsTest {
  private static final String NAME = "Large";

  @Test
  void a_method_with_three_hundred_suspension_points_is_transformed() throws Exception {
    FourWay run = large(300);
    run.runsTransformed();
    run.survivesEverySuspension();
    run.wasNotRefused();
  }

  @Test
  void a_method_that_would_be_too_large_is_refused_and_runs_unsuspended() throws Exception {
    FourWay run = large(3_000);
    run.runsTransformed();
    run.wasRefused(Refusal.Reason.METHOD_TOO_LARGE);
    run.refusesToSuspend();
  }

  private static FourWay large(int points) throws IOException, ReflectiveOperationException {
    StringBuilder text =
        new StringBuilder(
            """
            package dev.respool.it.targets;
            public final class Large {
              public static Object run() {
                int sum = 1;
                long wide = 2;
                String text = "x";
            """);
    for (int i = 0; i < points; i++) {
      text.append("    sum = sum * 31 + Probe.i(").append(i).append(") + (int) (wide += sum);\n");
    }
    text.append("    return sum + text + wide;\n  }\n}\n");
    return new FourWay(
        SourceTargets.className(NAME), SourceTargets.compiledText(NAME, text.toString(), 17));
  }
}
