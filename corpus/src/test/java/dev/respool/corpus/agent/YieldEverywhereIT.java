package dev.respool.corpus.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.corpus.programs.Closing;
import dev.respool.corpus.programs.Damaged;
import dev.respool.corpus.programs.OldShapes;
import dev.respool.corpus.programs.Shapes;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

class YieldEverywhereIT {
  private static final String PACKAGES = "packages=dev/respool/corpus/programs/";

  private static final Pattern FIGURES =
      Pattern.compile(
          "#respool classes=(\\d+) failed=(\\d+) points=(\\d+) reached=(\\d+) suspendedAt=(\\d+)"
              + " suspensions=(\\d+) refusals=(\\d+)");

  private static final Program SHAPES = new Program(Shapes.class);

  private static final int FAILED = 2;
  private static final int REACHED = 4;
  private static final int SUSPENDED_AT = 5;
  private static final int SUSPENSIONS = 6;
  private static final int REFUSALS = 7;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"sites", "every"})
  void every_reached_site_suspends_and_the_program_prints_the_same(String schedule)
      throws Exception {
    Matcher figures = figures(runAsBefore(SHAPES, "auto-entry", schedule));
    assertEquals("0", figures.group(FAILED));
    assertEquals("0", figures.group(REFUSALS));
    assertEquals(figures.group(REACHED), figures.group(SUSPENDED_AT));
    assertTrue(number(figures, SUSPENSIONS) > number(figures, SUSPENDED_AT));
  }

  @Test
  void a_random_schedule_suspends_at_some_executions() throws Exception {
    Matcher figures = figures(runAsBefore(SHAPES, "auto-entry", "random:42:10"));
    assertTrue(number(figures, SUSPENSIONS) > 0);
    assertTrue(number(figures, SUSPENDED_AT) < number(figures, REACHED));
  }

  @Test
  void foreign_frames_refuse_and_the_program_goes_on() throws Exception {
    List<String> told = runAsBefore(SHAPES, "refuse", "every");
    Matcher figures = figures(told);
    assertTrue(number(figures, SUSPENSIONS) > 0);
    assertTrue(number(figures, REFUSALS) > 0);
    assertTrue(told.stream().anyMatch(line -> line.contains(": it is code of the JDK")));
  }

  @ParameterizedTest
  @CsvSource({"auto-entry, 0", "refuse, 2"}) // those of main, where no coroutine runs yet
  void a_class_from_before_stack_map_frames_suspends_like_others(String mode, int unsuspended)
      throws Exception {
    Path classes = directory.resolve("classes");
    Path file = classes.resolve(OldShapes.class.getName().replace('.', '/') + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, ofJava5(OldShapes.class));
    Program program = new Program(OldShapes.class, classes);
    Matcher figures = figures(runAsBefore(program, mode, "sites"));
    assertEquals("0", figures.group(FAILED));
    assertTrue(number(figures, SUSPENDED_AT) > 0);
    assertEquals(unsuspended, number(figures, REACHED) - number(figures, SUSPENDED_AT));
  }

  @Test
  void what_is_no_class_file_is_told_and_no_failure() throws Exception {
    List<String> told = runAsBefore(new Program(Damaged.class), "auto-entry", "sites");
    assertEquals("0", figures(told).group(FAILED));
    String unreadable = "#respool unreadable dev/respool/corpus/programs/Broken: ";
    assertTrue(told.stream().anyMatch(line -> line.startsWith(unreadable)), told.toString());
  }

  @Test
  void a_program_that_closes_the_standard_output_is_told_of() throws Exception {
    Matcher figures = figures(runAsBefore(new Program(Closing.class), "auto-entry", "sites"));
    assertTrue(number(figures, REACHED) > 0);
  }

  @Test
  void an_option_that_cannot_be_understood_stops_the_jvm() throws Exception {
    assertTrue(
        SHAPES.run("-javaagent:" + System.getProperty("corpus.jar") + "=mode=never").stream()
            .anyMatch(line -> line.contains("packages is missing")));
  }

  /** Runs it untouched and with the agent; gives what the agent told. */
  private static List<String> runAsBefore(Program program, String mode, String schedule)
      throws Exception {
    String options = PACKAGES + ";mode=" + mode + ";schedule=" + schedule;
    List<String> touched =
        program.run("-javaagent:" + System.getProperty("corpus.jar") + "=" + options);
    assertEquals(
        program.run(), touched.stream().filter(line -> !line.startsWith("#respool")).toList());
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

  /** The same of the last version that knows nothing of frames. */
  private static byte[] ofJava5(Class<?> type) throws IOException {
    String resource = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream file = type.getResourceAsStream(resource)) {
      ClassNode node = new ClassNode();
      new ClassReader(file).accept(node, ClassReader.SKIP_FRAMES);
      node.version = Opcodes.V1_5;
      ClassWriter writer = new ClassWriter(0);
      node.accept(writer);
      return writer.toByteArray();
    }
  }

  /** A class with {@code main}, and where it is found. */
  private record Program(Class<?> main, Path classes) {
    Program(Class<?> main) {
      this(main, Path.of("target", "test-classes"));
    }

    /** Gives the lines that it prints. */
    List<String> run(String... options) throws Exception {
      List<String> command = new ArrayList<>();
      command.add(
          System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
      command.addAll(List.of("-Xverify:all", "-XX:-PrintWarnings"));
      command.addAll(List.of(options));
      command.addAll(List.of("-cp", classes.toString(), main.getName()));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      return output.lines().toList();
    }
  }
}
