package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.agent.Ide.Kind;
import dev.respool.it.agent.Ide.Stop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Debuggers show suspended and resumed code as they show other code: the source, and no more. */
class DebuggerIT {
  /** Of a line, {@code //@name} is its name. */
  private static final String STEPPED =
      """
      package demo;
      import dev.respool.*;
      public class Stepped {
        int total;
        public static void main(String[] args) {
          Coroutine<Object, Object> co = create(args[0]); //@create
          while (!co.isDone()) { //@while
            co.resume(); //@resume
            tick(); //@tick
          }
          System.out.println("end"); //@end
        }
        static void tick() {
        }
        static Coroutine<Object, Object> create(String what) {
          return switch (what) {
            case "lambda" -> Coroutine.create(() -> {
              int n = 0; //@l0
              while (n < 2) { //@l1
                n++; //@l2
                Coroutine.yield(n); //@l3
                tick(); //@l4
              }
              tick(); //@l5
            });
            case "nested" -> Coroutine.create(() -> {
              int sum = outer(2); //@n1
              tick(); //@n2
            });
            case "try" -> Coroutine.create(() -> {
              new Stepped().attempt(1); //@a1
              new Stepped().attempt(2); //@a2
            });
            default -> Coroutine.create(() -> {
              Made made = new Made(7); //@m1
              tick(); //@m2
            });
          };
        }
        @Suspendable static int outer(int times) {
          int sum = 0; //@o1
          for (int i = 1; i <= times; i++) { //@o2
            sum += inner(i); //@o3
            tick(); //@o4
          }
          return sum; //@o5
        }
        @Suspendable private static int inner(int n) {
          String local = "n" + n; //@i1
          Coroutine.yield(local); //@i2
          int twice = 2 * n; //@i3
          return twice; //@i4
        }
        @Suspendable void attempt(int n) {
          try {
            Coroutine.yield("try"); //@t1
            total += n; //@t2
            if (n == 2) { //@t3
              throw new IllegalStateException(); //@t4
            }
            tick(); //@t5
          } catch (IllegalStateException e) { //@t6
            Coroutine.yield("catch"); //@t7
            total++; //@t8
          } finally {
            Coroutine.yield("finally"); //@t9
            total += 10; //@ta
          }
          tick(); //@tb
        }
        static class Made {
          final int value;
          @Suspendable Made(int v) {
            int before = v; //@c1
            Coroutine.yield(v); //@c2
            value = before + 1; //@c3
            tick(); //@c4
          }
        }
      }
      """;

  private static final List<String> LINES = STEPPED.lines().toList();

  @TempDir Path directory;

  /** With the agent, or built with the plugin. */
  enum Door {
    AGENT,
    BUILD
  }

  /** Built classes differ by who has compiled them only. */
  private static Stream<Arguments> debuggers() {
    Stream<Arguments> withAgent =
        Stream.of(Kind.values()).map(kind -> Arguments.of(Door.AGENT, kind));
    return Stream.concat(withAgent, Stream.of(Arguments.of(Door.BUILD, Kind.INTELLIJ)));
  }

  private Ide start(Door door, Kind kind, String what) throws Exception {
    Program program = Program.compile(directory, STEPPED);
    ForkedJvm jvm = new ForkedJvm(directory);
    if (door == Door.AGENT) {
      jvm.agent("").classPath(program.classes());
    } else {
      Compiler.Options options =
          new Compiler.Options(Patterns.none(), Monitors.REFUSE, Patterns.none(), true);
      jvm.classPath(program.built(directory.resolve("built"), options).classes());
    }
    return Ide.start(kind, jvm, "Stepped.java", "demo.Stepped", what);
  }

  private static int line(String name) {
    return 1
        + IntStream.range(0, LINES.size())
            .filter(i -> LINES.get(i).endsWith("//@" + name))
            .findFirst()
            .orElseThrow();
  }

  private static String name(int line) {
    int mark = line < 1 ? -1 : LINES.get(line - 1).indexOf("//@");
    return mark < 0 ? "line " + line : LINES.get(line - 1).substring(mark + 3);
  }

  private static String name(Stop stop) {
    return stop.location().declaringType().name().startsWith("demo.Stepped")
        ? name(stop.line())
        : stop.location().toString();
  }

  private static void breakpoints(Ide ide, String... names) {
    Stream.of(names).forEach(name -> ide.breakpoint(line(name)));
  }

  private static Stop stopAt(Ide ide, String name) throws Exception {
    ide.breakpoint(line(name));
    Stop stop = ide.resume().orElseThrow();
    assertEquals(name, name(stop));
    ide.clearBreakpoints();
    return stop;
  }

  private static String hits(Ide ide) throws Exception {
    List<String> hits = new ArrayList<>();
    for (Optional<Stop> stop = ide.resume(); stop.isPresent(); stop = ide.resume()) {
      hits.add(name(stop.get()));
    }
    return String.join(" ", hits);
  }

  private interface Step {
    Stop from(Stop stop) throws Exception;
  }

  /** The lines at which so many steps end. */
  private static String steps(Stop start, int count, Step step) throws Exception {
    List<String> lines = new ArrayList<>();
    Stop stop = start;
    for (int i = 0; i < count; i++) {
      stop = step.from(stop);
      lines.add(name(stop));
    }
    return String.join(" ", lines);
  }

  @ParameterizedTest
  @MethodSource("debuggers")
  void a_breakpoint_is_hit_when_its_line_begins(Door door, Kind kind) throws Exception {
    try (Ide ide = start(door, kind, "lambda")) {
      breakpoints(ide, "l0", "l1", "l2", "l3", "l4", "l5", "resume", "tick", "end");
      assertEquals(
          "resume l0 l1 l2 l3 tick resume l4 l1 l2 l3 tick resume l4 l1 l5 tick end", hits(ide));
    }
  }

  @ParameterizedTest
  @MethodSource("debuggers")
  void so_it_is_in_methods_that_call_each_other(Door door, Kind kind) throws Exception {
    try (Ide ide = start(door, kind, "nested")) {
      breakpoints(ide, "n1", "n2", "o1", "o2", "o3", "o4", "o5", "i1", "i2", "i3", "i4", "end");
      assertEquals("n1 o1 o2 o3 i1 i2 i3 i4 o4 o2 o3 i1 i2 i3 i4 o4 o2 o5 n2 end", hits(ide));
    }
  }

  @ParameterizedTest
  @MethodSource("debuggers")
  void so_it_is_in_try_blocks_and_handlers(Door door, Kind kind) throws Exception {
    try (Ide ide = start(door, kind, "try")) {
      breakpoints(
          ide, "a1", "a2", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "ta", "tb");
      assertEquals("a1 t1 t2 t3 t5 t9 ta tb a2 t1 t2 t3 t4 t6 t7 t8 t9 ta tb", hits(ide));
    }
  }

  @ParameterizedTest
  @MethodSource("debuggers")
  void so_it_is_in_constructors(Door door, Kind kind) throws Exception {
    try (Ide ide = start(door, kind, "constructor")) {
      breakpoints(ide, "m1", "m2", "c1", "c2", "c3", "c4");
      assertEquals("m1 c1 c2 c3 c4 m2", hits(ide));
    }
  }

  @ParameterizedTest
  @MethodSource("debuggers")
  void a_step_over_a_yield_ends_where_the_coroutine_was_resumed(Door door, Kind kind)
      throws Exception {
    try (Ide ide = start(door, kind, "lambda")) {
      Stop first = stopAt(ide, "l2");
      assertEquals("l3 resume tick while resume tick", steps(first, 6, ide::over));
    }
    try (Ide ide = start(door, kind, "lambda")) {
      Stop resumed = stopAt(ide, "l4");
      assertEquals("l1 l2 l3 resume tick while resume", steps(resumed, 7, ide::over));
    }
  }

  @ParameterizedTest
  @MethodSource("debuggers")
  void a_step_over_a_call_that_suspends_goes_back_through_the_callers(Door door, Kind kind)
      throws Exception {
    try (Ide ide = start(door, kind, "nested")) {
      Stop first = stopAt(ide, "o2");
      assertEquals("o3 n1 resume tick", steps(first, 4, ide::over));
    }
    try (Ide ide = start(door, kind, "nested")) {
      Stop resumed = stopAt(ide, "o4");
      assertEquals("o2 o3 n1 resume tick", steps(resumed, 5, ide::over));
    }
  }

  @ParameterizedTest
  @MethodSource("debuggers")
  void the_end_of_a_resumed_method_leads_to_its_caller(Door door, Kind kind) throws Exception {
    try (Ide ide = start(door, kind, "nested")) {
      Stop resumed = stopAt(ide, "i3");
      assertEquals("i4 o3 o4 o2 o3", steps(resumed, 5, ide::over));
    }
  }

  @ParameterizedTest
  @MethodSource("debuggers")
  void a_step_out_ends_in_the_caller(Door door, Kind kind) throws Exception {
    try (Ide ide = start(door, kind, "nested")) {
      Stop resumed = stopAt(ide, "i3");
      Collection<String> stack = Ide.stack(resumed, "demo.").values();
      assertEquals(
          "[inner:%d, outer:%d, lambda$create$1:%d, main:%d]"
              .formatted(line("i3"), line("o3"), line("n1"), line("resume")),
          stack.toString());
      Stop caller = ide.out(resumed);
      assertEquals("o3", name(caller));
      assertEquals("outer", caller.method());
      assertEquals("o4", name(ide.over(caller)));
    }
  }

  @ParameterizedTest
  @MethodSource("debuggers")
  void a_step_into_ends_in_the_callee(Door door, Kind kind) throws Exception {
    try (Ide ide = start(door, kind, "nested")) {
      Stop first = stopAt(ide, "o3");
      assertEquals("i1", name(ide.into(first)));
      Stop resumed = stopAt(ide, "o4");
      assertEquals("o2 o3", steps(resumed, 2, ide::over));
    }
    try (Ide ide = start(door, kind, "nested")) {
      stopAt(ide, "o4");
      Stop resumed = stopAt(ide, "o3");
      assertEquals("i1 i2", steps(resumed, 2, ide::into));
    }
  }

  @ParameterizedTest
  @MethodSource("debuggers")
  void a_step_into_a_resumption_leads_to_the_suspended_line(Door door, Kind kind) throws Exception {
    try (Ide ide = start(door, kind, "nested")) {
      stopAt(ide, "tick");
      Stop again = stopAt(ide, "resume");
      assertEquals("n1 o3 i2 i3 i4", steps(again, 5, ide::into));
    }
  }

  @ParameterizedTest
  @MethodSource("debuggers")
  void locals_have_their_names_and_values(Door door, Kind kind) throws Exception {
    try (Ide ide = start(door, kind, "nested")) {
      Stop first = stopAt(ide, "i2");
      assertEquals(Map.of("n", "1", "local", "\"n1\""), Ide.variables(first, 0));
      Stop resumed = stopAt(ide, "i4");
      assertEquals(Map.of("n", "1", "twice", "2"), Ide.variables(resumed, 0));
      Map<Integer, String> stack = Ide.stack(resumed, "demo.");
      int outer =
          stack.entrySet().stream()
              .filter(frame -> frame.getValue().startsWith("outer"))
              .findFirst()
              .orElseThrow()
              .getKey();
      assertEquals(Map.of("i", "1", "times", "2"), Ide.variables(resumed, outer));
    }
  }
}
