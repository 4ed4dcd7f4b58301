package dev.respool.benchmarks.report;

import dev.respool.benchmarks.Ordinary;
import dev.respool.benchmarks.report.Workload.Appearance;
import dev.respool.benchmarks.suite.LuaPrograms;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The workloads, and under which names the benchmarks write them. */
final class Workloads {
  /**
   * Peers whose frames the JVM itself keeps, and plain Java: no rivals where bytecode is compared
   * with bytecode.
   */
  private static final Set<String> NO_BYTECODE =
      Set.of(Comparison.LOOM, "threads", Comparison.PLAIN);

  private static final String ORDINARY = "OrdinaryCode\\.run";
  private static final String LUA = "LuaPrograms\\.run";
  private static final String PROGRAM = "program";

  static final Question MONO = generator("W1 mono", 1, false);
  static final Question POLLUTED = generator("W1 polluted", 1, true);
  static final Question DEPTH_10 = generator("W2, depth 10", 10, false);
  static final Question DEPTH_1000 = generator("W2, depth 1000", 1000, false);
  static final Question WALK =
      Question.of("W3, per node", Unit.NANOSECONDS, Selection.of("TreeWalk\\.walk"));
  static final Question FIB = colour("fib");
  static final Question FIB_TAX = tax(FIB);
  static final Question LOOP = colour("loop");
  static final Question LOOP_TAX = tax(LOOP);
  static final Question NONE =
      Question.of("W5, without a yield", Unit.NANOSECONDS, Selection.of("Creation\\.none"));
  static final Question ONE =
      Question.of("W5, with one yield", Unit.NANOSECONDS, Selection.of("Creation\\.one"));
  static final Question PARKED_1 = parked(1);
  static final Question PARKED_10 = parked(10);
  static final Question SKYNET =
      Question.of("W7", Unit.MILLISECONDS, Selection.of("Skynet\\.sum", "leaves", "1000000"));
  static final Question PING_PONG =
      Question.of("W8, per message", Unit.NANOSECONDS, Selection.of("PingPong\\.message"));

  /** LuaJ's own threads are the rival. */
  static final Question LUA_COROUTINES =
      Question.of("W9", Unit.MILLISECONDS, Selection.of(LUA, PROGRAM, "COROUTINES"))
          .without(Set.of());

  private static final Question DEPTH_100 = generator("W2, depth 100", 100, false);

  private Workloads() {}

  static List<Workload> all() {
    return Stream.of(yields(), ordinaryCode(), lives(), scenarios()).flatMap(List::stream).toList();
  }

  private static List<Workload> yields() {
    return List.of(
        new Workload(
            "W1: a generator of ints",
            "Time per element, yielded by the body itself. *Mono*: nothing else has run; *polluted*:"
                + " after the process has run many other kinds of suspended methods.",
            List.of(POLLUTED, MONO)),
        new Workload(
            "W2: below suspended callers",
            "The same with the yield below that many activations, which stay suspended.",
            List.of(
                DEPTH_10,
                DEPTH_100,
                DEPTH_1000,
                generator("W2 polluted, depth 10", 10, true),
                generator("W2 polluted, depth 100", 100, true),
                generator("W2 polluted, depth 1000", 1000, true)),
            Appearance.ROUND_TRIPS),
        new Workload(
            "W3: a walk of a tree",
            "In-order walk of a balanced tree by recursion, one yield per node.",
            List.of(WALK)));
  }

  private static List<Workload> ordinaryCode() {
    return List.of(
        new Workload(
            "W4: what suspendable code costs that does not suspend",
            "A recursion and a loop over a small method; every method is suspendable, none suspends.",
            List.of(FIB_TAX, FIB, LOOP_TAX, LOOP),
            Appearance.COLOUR),
        new Workload(
            "W4: what ordinary programs pay",
            "Programs that could suspend and do not, as ratios to the same text without marks, whose"
                + " time is given. Other coroutines have suspended in the process before, and each"
                + " program is compiled by itself. *respool*: none of its methods was ever captured."
                + " *respool-awake*: other coroutines suspend in the same methods every 10 ms. Kotlin's programs are made of"
                + " `suspend` functions, function types and interfaces, as no comparator or function"
                + " of the JDK can suspend there. LuaJ is one whose methods are all suspendable, by"
                + " the agent.",
            programs(),
            Appearance.PROGRAMS));
  }

  private static List<Workload> lives() {
    return List.of(
        new Workload(
            "W5: create, start, finish",
            "A whole life, without a yield and with one.",
            List.of(NONE, ONE)),
        new Workload(
            "W6: a parked coroutine",
            "Retained bytes of a coroutine that is suspended at that depth, its body included.",
            List.of(PARKED_1, PARKED_10),
            Appearance.MEMORY));
  }

  private static List<Workload> scenarios() {
    return List.of(
        new Workload(
            "W7: skynet",
            "A tree of coroutines, ten below each; sums are passed up through channels, on one thread.",
            List.of(SKYNET)),
        new Workload(
            "W8: ping-pong",
            "Two coroutines on one thread pass messages to and fro through channels.",
            List.of(PING_PONG)),
        new Workload(
            "W9: Lua's coroutines on LuaJ",
            "A script starts 20,000 coroutines, one after the other, each of which yields five times."
                + " *plain*: LuaJ as it is, where every coroutine is a thread. *respool*: the agent"
                + " makes LuaJ suspendable, and the library of coroutines is Respool's.",
            List.of(LUA_COROUTINES)),
        new Workload(
            "W10: a suspended coroutine as bytes",
            "A coroutine that is suspended at that depth becomes bytes, which are enough to continue it"
                + " in another process; and the way back. *plain*: a list of objects with the same"
                + " ints, by the JDK's serialization, which knows nothing of methods and checks no"
                + " types of locals.",
            saving()));
  }

  /** Whether a table of a workload shows it. */
  static boolean show(Measurement measurement) {
    return all().stream()
        .flatMap(w -> w.questions().stream())
        .map(Question::selection)
        .anyMatch(selection -> selection.matches(measurement));
  }

  /** The depths of the plot, and where their figures are. */
  static Stream<Question> atDepths() {
    return Stream.of(MONO, DEPTH_10, DEPTH_100, DEPTH_1000);
  }

  /** The depth that a generator's question asks for. */
  static int depth(Question question) {
    return Integer.parseInt(question.selection().parameters().get("depth"));
  }

  /** What each of the ordinary programs takes, to plain Java. */
  static List<Question> programs() {
    return Stream.concat(
            Stream.of(Ordinary.values()).map(Workloads::tax),
            Stream.of(LuaPrograms.Script.values())
                .filter(script -> !script.suspends())
                .map(Workloads::tax))
        .toList();
  }

  /** The program that a question of {@link #programs} asks for. */
  static String program(Question question) {
    String name = question.selection().parameters().get(PROGRAM);
    boolean isLua = question.selection().benchmark().pattern().equals(LUA);
    return isLua ? "LuaJ, " + name.toLowerCase(Locale.ROOT) : Ordinary.valueOf(name).title();
  }

  private static Question generator(String title, int depth, boolean polluted) {
    return Question.of(
        title,
        Unit.NANOSECONDS,
        Selection.of(
            "Generators\\.next",
            "depth",
            String.valueOf(depth),
            "polluted",
            String.valueOf(polluted)));
  }

  private static Question colour(String method) {
    return Question.of("W4 " + method, Unit.MILLISECONDS, Selection.of("Colour\\." + method));
  }

  private static Question tax(Question time) {
    Selection plain =
        Selection.of(time.selection().benchmark().pattern(), Measurement.PEER, Comparison.PLAIN);
    return time.over(plain, time.title() + ", to plain Java").without(NO_BYTECODE);
  }

  static Question tax(Ordinary program) {
    return programTax(ORDINARY, program.name());
  }

  /** By the agent only. */
  static Question tax(LuaPrograms.Script program) {
    return programTax(LUA, program.name());
  }

  private static Question programTax(String benchmark, String program) {
    Selection selection = Selection.of(benchmark, PROGRAM, program);
    Selection plain = Selection.of(benchmark, PROGRAM, program, Measurement.PEER, Comparison.PLAIN);
    Question time = Question.of("W4", Unit.NANOSECONDS, selection);
    return time.over(plain, "W4 " + program(time) + ", to plain Java");
  }

  private static List<Question> saving() {
    return Stream.of("1", "10", "100", "1000")
        .flatMap(
            depth ->
                Stream.of(
                    saving("save", Unit.MICROSECONDS, "Saving\\.save", depth),
                    saving("restore", Unit.MICROSECONDS, "Saving\\.restore", depth),
                    saving("bytes", Unit.BYTES, "memory\\.Saved", depth)))
        .toList();
  }

  private static Question saving(String what, Unit unit, String benchmark, String depth) {
    String title = "W10 " + what + ", depth " + depth;
    return Question.of(title, unit, Selection.of(benchmark, "depth", depth)).without(Set.of());
  }

  private static Question parked(int depth) {
    return Question.of(
        "W6, depth " + depth,
        Unit.BYTES,
        Selection.of("memory\\.Parked", "depth", String.valueOf(depth)));
  }
}
