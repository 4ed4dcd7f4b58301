package dev.respool.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.MethodSizes;
import dev.respool.compiler.plan.Refusal;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.FourWay;
import dev.respool.it.harness.SourceTargets;
import dev.respool.it.harness.Targets;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Methods with hundreds and thousands of suspension points. */
class LargeMethodsTest {
  private static final String NAME = "Large";
  private static final String INTERNAL_NAME = SourceTargets.className(NAME).replace('.', '/');

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

  /** One loop around a switch with a suspension before it: the shape of an interpreter. */
  @Test
  void an_interpreter_that_hotspot_compiles_stays_so_in_all_its_parts() throws Exception {
    ClassFiles classes = SourceTargets.compiledText(NAME, interpreter(54), 17);
    byte[] before = classes.find(INTERNAL_NAME).orElseThrow();
    Compiler compiler = new Compiler(classes::find, Patterns.of(List.of(Targets.PACKAGE + ".**")));
    byte[] after = compiler.compile(before).bytes().orElseThrow();
    assertTrue(Collections.max(MethodSizes.of(before).bytes().values()) > 2_500);
    assertTrue(
        Collections.max(MethodSizes.of(after).bytes().values()) <= MethodSizes.MOST_COMPILED,
        () -> MethodSizes.of(after).bytes().toString());
    assertEquals(2, resumed(after).size(), "the resume method is cut in two");
    new FourWay(SourceTargets.className(NAME), classes).survivesEverything();
  }

  /** Smaller ones are not cut, unless the run of tests has lowered the limit. */
  @Test
  @DisabledIfSystemProperty(
      named = "dev.respool.splitAbove",
      matches = ".*",
      disabledReason = "resume methods of any size are cut in this run")
  void a_resume_method_that_hotspot_compiles_is_one() throws Exception {
    ClassFiles classes = SourceTargets.compiledText(NAME, interpreter(10), 17);
    Compiler compiler = new Compiler(classes::find, Patterns.of(List.of(Targets.PACKAGE + ".**")));
    byte[] before = classes.find(INTERNAL_NAME).orElseThrow();
    byte[] after = compiler.compile(before).bytes().orElseThrow();
    assertEquals(1, resumed(after).size(), () -> MethodSizes.of(after).bytes().toString());
    int size = MethodSizes.of(after).bytes().get(resumed(after).get(0));
    assertTrue(size > 500 && size <= MethodSizes.MOST_COMPILED, () -> "of " + size + " bytes");
  }

  private static List<String> resumed(byte[] classFile) {
    return MethodSizes.of(classFile).bytes().keySet().stream()
        .filter(method -> method.startsWith("run") && method.contains("abi/Shapes"))
        .toList();
  }

  private static String interpreter(int cases) {
    StringBuilder text =
        new StringBuilder(
            """
            package dev.respool.it.targets;
            public final class Large {
              public static Object run() {
                int a = 1;
                long b = 2;
                double c = 3;
                String text = "x";
                Object[] values = {"y", 4};
                for (int pc = 0; ; pc++) {
                  int hook = Probe.i(pc);
                  try {
                    switch (hook) {
            """);
    for (int i = 0; i < cases; i++) {
      text.append("          case ").append(i).append(":\n");
      text.append("            a = a * 31 + Probe.i(").append(i).append(");\n");
      text.append("            values[1] = Probe.ref(\"v\") + values[hook & 1];\n");
      text.append("            c += b++ + Probe.i(a & 7);\n");
      text.append("            break;\n");
    }
    text.append("          default: return text + a + b + c + values[0];\n        }\n");
    text.append("      } finally {\n        text = text + Probe.ref(\"f\");\n      }\n");
    return text.append("    }\n  }\n}\n").toString();
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
