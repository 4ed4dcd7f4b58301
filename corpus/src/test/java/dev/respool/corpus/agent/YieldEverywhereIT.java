package dev.respool.corpus.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.corpus.programs.Shapes;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YieldEverywhereIT {
  private static final String PACKAGES = "packages=dev/respool/corpus/programs/";

  private static final Pattern FIGURES =
      Pattern.compile(
          "#respool classes=(\\d+) failed=(\\d+) points=(\\d+) reached=(\\d+) suspendedAt=(\\d+)"
              + " suspensions=(\\d+) refusals=(\\d+)");

  private static final int FAILED = 2;
  private static final int REACHED = 4;
  private static final int SUSPENDED_AT = 5;
  private static final int SUSPENSIONS = 6;
  private static final int REFUSALS = 7;

  @ParameterizedTest
  @ValueSource(strings = {"sites", "every"})
  void every_reached_site_suspends_and_the_program_prints_the_same(String schedule)
      throws Exception {
    Matcher figures = figures(runAsBefore("auto-entry", schedule));
    assertEquals("0", figures.group(FAILED));
    assertEquals("0", figures.group(REFUSALS));
    assertEquals(figures.group(REACHED), figures.group(SUSPENDED_AT));
    assertTrue(number(figures, SUSPENSIONS) > number(figures, SUSPENDED_AT));
  }

  @Test
  void a_random_schedule_suspends_at_some_executions() throws Exception {
    Matcher figures = figures(runAsBefore("auto-entry", "random:42:10"));
    assertTrue(number(figures, SUSPENSIONS) > 0);
    assertTrue(number(figures, SUSPENDED_AT) < number(figures, REACHED));
  }

  @Test
  void foreign_frames_refuse_and_the_program_goes_on() throws Exception {
    List<String> told = runAsBefore("refuse", "every");
    Matcher figures = figures(told);
    assertTrue(number(figures, SUSPENSIONS) > 0);
    assertTrue(number(figures, REFUSALS) > 0);
    assertTrue(told.stream().anyMatch(line -> line.contains(": it is code of the JDK")));
  }

  @Test
  void an_option_that_cannot_be_understood_stops_the_jvm() throws Exception {
    assertTrue(
        run("-javaagent:" + System.getProperty("corpus.jar") + "=mode=never").stream()
            .anyMatch(line -> line.contains("packages is missing")));
  }

  /** Runs it untouched and with the agent; gives what the agent told. */
  private static List<String> runAsBefore(String mode, String schedule) throws Exception {
    String options = PACKAGES + ";mode=" + mode + ";schedule=" + schedule;
    List<String> touched = run("-javaagent:" + System.getProperty("corpus.jar") + "=" + options);
    assertEquals(run(), touched.stream().filter(line -> !line.startsWith("#respool")).toList());
    return touched.stream().filter(line -> line.startsWith("#respool")).toList();
  }

  private static Matcher figures(List<String> told) {
    Matcher figures = FIGURES.matcher(told.get(0));
    assertTrue(figures.matches(), told.toString());
    return figures;
  }

  private static int number(Matcher figures, int group) {
    return Integer.parseInt(figures.group(group));
  }

  private static List<String> run(String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(List.of("-Xverify:all", "-XX:-PrintWarnings"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", "target/test-classes", Shapes.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return output.lines().toList();
  }
}
