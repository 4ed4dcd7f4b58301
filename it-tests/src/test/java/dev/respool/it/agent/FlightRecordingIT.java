package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Flight Recorder records of coroutines and loops. */
class FlightRecordingIT {
  private static final String MAIN = FlightRecordingMain.class.getName();

  @TempDir private Path directory;
  private List<String> printed; // by the program that was recorded

  /** A JVM with the program, through one of the doors. */
  private ForkedJvm jvm(String door) throws Exception {
    ForkedJvm jvm = new ForkedJvm(directory);
    Program program =
        Program.ofTests(
            Files.createDirectories(directory.resolve("plain")), FlightRecordingMain.class);
    return door.equals("agent")
        ? jvm.agent("").classPath(program.classes())
        : jvm.classPath(program.built(directory.resolve("built")).classes());
  }

  /** The settings that the runtime's jar contains. */
  private Path settings() throws Exception {
    Path file = directory.resolve("respool.jfc");
    try (JarFile jar = new JarFile(ForkedJvm.RUNTIME.toFile());
        InputStream in = jar.getInputStream(jar.getEntry("dev/respool/jfr/respool.jfc"))) {
      Files.copy(in, file);
    }
    return file;
  }

  private List<RecordedEvent> record(ForkedJvm jvm, String options) throws Exception {
    Path file = directory.resolve("recording.jfr");
    ForkedJvm.Result result =
        jvm.option("-Xlog:jfr+startup=off", "-XX:StartFlightRecording:filename=" + file + options)
            .run(MAIN, "everything");
    assertEquals(0, result.status(), result.err());
    printed = result.out().lines().toList();
    return RecordingFile.readAllEvents(file);
  }

  private static List<RecordedEvent> of(String type, List<RecordedEvent> events) {
    return events.stream()
        .filter(event -> event.getEventType().getName().equals("dev.respool." + type))
        .sorted(Comparator.comparing(RecordedEvent::getEndTime))
        .toList();
  }

  private static List<String> column(String field, List<RecordedEvent> events) {
    return events.stream().map(event -> String.valueOf(event.<Object>getValue(field))).toList();
  }

  /** The word before the number. */
  private static List<String> kinds(List<RecordedEvent> events) {
    return column("coroutine", events).stream().map(text -> text.replaceAll(" .*", "")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent", "build"})
  void each_event_is_recorded_with_its_fields(String door) throws Exception {
    List<RecordedEvent> events = record(jvm(door), ",settings=" + settings());

    List<RecordedEvent> created = of("CoroutineCreate", events);
    assertEquals(
        List.of("coroutine", "coroutine", "coroutine", "coroutine", "generator", "task", "task"),
        kinds(created));
    for (RecordedEvent event : created) {
      assertTrue(event.getClass("body").getName().startsWith(MAIN), event::toString);
      assertTrue(
          event.getStackTrace().getFrames().stream()
              .anyMatch(frame -> frame.getMethod().getType().getName().equals(MAIN)),
          event::toString);
    }
    assertEquals(7, column("identity", created).stream().distinct().count());

    List<RecordedEvent> suspended = of("CoroutineSuspend", events);
    assertEquals(List.of("coroutine", "coroutine", "generator", "task", "task"), kinds(suspended));
    assertEquals(
        List.of("yield", "yield", "yield", "Tasks.yieldNow", "Tasks.sleep for PT0.03S"),
        column("reason", suspended));
    assertEquals(
        List.of(
            "dev.respool.Coroutine.yield",
            "dev.respool.Coroutine.yield",
            "dev.respool.Yielder.yield",
            "dev.respool.loop.Tasks.yieldNow",
            "dev.respool.loop.Tasks.sleep"),
        column("calledMethod", suspended));
    assertEquals(List.of("3", "2", "1", "2", "1"), column("depth", suspended));
    assertEquals(MAIN + ".yieldLine", suspended.get(0).getString("method"));
    assertEquals(printed.get(0), String.valueOf(suspended.get(0).getInt("line")));
    assertEquals(
        column("identity", created).get(0), column("identity", suspended).get(0), "the same one");

    List<RecordedEvent> resumed = of("CoroutineResume", events);
    assertEquals(5 + 6, resumed.size(), "one never starts, one fails, all others go on once");
    assertEquals(
        column("method", suspended).stream().sorted().toList(),
        column("method", resumed).stream().filter(name -> !name.equals("null")).sorted().toList());

    assertEquals(
        List.of(
            "returned", "never started", "closed", "failed", "returned", "returned", "returned"),
        column("outcome", of("CoroutineEnd", events)));
    assertEquals(
        IllegalArgumentException.class.getName(),
        of("CoroutineEnd", events).get(3).getClass("failure").getName());

    RecordedEvent refused = of("SuspensionRefused", events).get(0);
    assertTrue(refused.getString("frame").contains(".forEach("), refused::toString);
    assertTrue(refused.getString("reason").contains("code of the JDK"), refused::toString);
    assertEquals("write a for loop", refused.getString("remedy"));
    assertEquals(column("coroutine", created).get(0), refused.getString("coroutine"));
    assertFalse(refused.getStackTrace().getFrames().isEmpty());
    assertEquals(1, of("SuspensionRefused", events).size());
  }

  @Test
  void durations_are_those_of_waiting_and_of_running_and_have_thresholds() throws Exception {
    List<RecordedEvent> events =
        record(
            jvm("agent"),
            ",+dev.respool.CoroutineResume#enabled=true"
                + ",+dev.respool.CoroutineResume#threshold=20ms"
                + ",+dev.respool.SlowSlice#threshold=300ms"
                + ",+dev.respool.LoopTurn#threshold=300ms");

    List<RecordedEvent> waited = of("CoroutineResume", events);
    assertAllLast(Duration.ofMillis(20), waited);
    RecordedEvent nap =
        waited.stream()
            .filter(event -> "dev.respool.loop.Tasks.sleep".equals(event.getString("calledMethod")))
            .findFirst()
            .orElseThrow();
    assertFalse(nap.getDuration().compareTo(Duration.ofMillis(FlightRecordingMain.NAP_MILLIS)) < 0);

    List<RecordedEvent> slices = of("SlowSlice", events);
    assertAllLast(Duration.ofMillis(300), slices);
    RecordedEvent busy =
        slices.stream()
            .filter(event -> (MAIN + ".busy").equals(event.getString("method")))
            .findFirst()
            .orElseThrow();
    assertFalse(
        busy.getDuration().compareTo(Duration.ofMillis(FlightRecordingMain.BUSY_MILLIS)) < 0);
    assertEquals("task 1", busy.getString("coroutine"));
    assertEquals("dev.respool.loop.Tasks.yieldNow", busy.getString("calledMethod"));

    List<RecordedEvent> turns = of("LoopTurn", events);
    assertAllLast(Duration.ofMillis(300), turns);
    RecordedEvent turn = turns.get(0);
    assertEquals(1, turn.getInt("tasksRun"), turn::toString);
    assertEquals(2, turn.getInt("queueLength"), turn::toString);

    assertEquals(List.of(), of("CoroutineSuspend", events), "is off by default");
    assertEquals(List.of(), of("CoroutineCreate", events), "is off by default");
    assertEquals(List.of(), of("CoroutineEnd", events), "is off by default");
    assertEquals(1, of("SuspensionRefused", events).size(), "is on by default");
  }

  private static void assertAllLast(Duration atLeast, List<RecordedEvent> events) {
    assertFalse(events.isEmpty());
    assertEquals(
        List.of(),
        events.stream().filter(event -> event.getDuration().compareTo(atLeast) < 0).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent", "build"})
  void a_recording_in_the_middle_of_a_run_sees_what_happens_while_it_is_on(String door)
      throws Exception {
    ForkedJvm.Result result =
        jvm(door).option("-Ddev.respool.jfr=true").run(MAIN, "switched", directory.toString());

    assertEquals("SUSPENDED", result.out(), result.err());
    for (int yields = 3; yields <= 4; yields++) {
      List<RecordedEvent> events = RecordingFile.readAllEvents(directory.resolve(yields + ".jfr"));
      assertEquals(yields, of("CoroutineSuspend", events).size());
    }
  }

  /** Where a recording has been on, its branch is not one that was never taken. */
  @Test
  void after_a_recording_nothing_of_it_is_compiled_into_the_program() throws Exception {
    ForkedJvm.Result result =
        jvm("build")
            .option("-Ddev.respool.jfr=true")
            .option("-XX:+UnlockDiagnosticVMOptions", "-XX:+PrintInlining")
            .option("-XX:-TieredCompilation", "-Xbatch")
            .run(MAIN, "compiled");
    List<String> lines = result.out().lines().toList();
    int on = lines.indexOf("on");
    int off = lines.indexOf("off");
    assertTrue(0 < on && on < off, result.err());

    assertEquals(List.of(false, true), compiled(lines.subList(0, on)), "before");
    assertEquals(List.of(true, true), compiled(lines.subList(on, off)), "while it is on");
    assertEquals(List.of(false, true), compiled(lines.subList(off, lines.size())), "after");
  }

  /** Whether an observer is asked for, and whether anything was compiled that asks whether to. */
  private static List<Boolean> compiled(List<String> lines) {
    return List.of(
        lines.stream().anyMatch(line -> line.contains("abi.Observation::observer ")),
        lines.stream().anyMatch(line -> line.contains("abi.Observation::current ")));
  }

  @Test
  void without_a_property_a_recording_is_noticed_and_so_is_a_change_of_its_settings()
      throws Exception {
    ForkedJvm.Result result = jvm("agent").run(MAIN, "late");

    assertEquals("suspended\nended", result.out(), result.err());
  }

  @Test
  void a_recorder_that_holds_its_lock_while_it_tells_of_a_change_is_not_waited_for()
      throws Exception {
    ForkedJvm.Result result =
        jvm("agent")
            .option("-Ddev.respool.jfr=true", "--add-opens=jdk.jfr/jdk.jfr=ALL-UNNAMED")
            .run(MAIN, "locked");

    assertEquals("stopped", result.out(), result.err());
  }

  @Test
  void nothing_is_recorded_if_a_property_says_so() throws Exception {
    List<RecordedEvent> events =
        record(jvm("agent").option("-Ddev.respool.jfr=false"), ",settings=" + settings());

    assertEquals(
        List.of(),
        events.stream()
            .filter(event -> event.getEventType().getName().startsWith("dev.respool."))
            .toList());
  }

  @Test
  void a_module_is_recorded_and_a_jvm_without_the_flight_recorder_runs() throws Exception {
    Program built =
        Program.compile(directory, Sources.BUILT, "module built { requires dev.respool.runtime; }")
            .built(directory.resolve("built"));
    String modules = built.classes() + File.pathSeparator + ForkedJvm.RUNTIME;
    Path file = directory.resolve("recording.jfr");

    ForkedJvm.Result recorded =
        new ForkedJvm(directory)
            .option("-XX:StartFlightRecording:filename=" + file + ",settings=" + settings())
            .option("-p", modules)
            .run("-m", "built/demo.Built");
    ForkedJvm.Result without =
        new ForkedJvm(directory)
            .option("--limit-modules", "dev.respool.runtime")
            .option("-p", modules)
            .run("-m", "built/demo.Built");

    assertEquals(0, recorded.status(), recorded.err());
    assertFalse(of("CoroutineSuspend", RecordingFile.readAllEvents(file)).isEmpty());
    assertEquals("1\n2\n1 one Pair[left=2, right=two]", without.out(), without.err());
  }
}
