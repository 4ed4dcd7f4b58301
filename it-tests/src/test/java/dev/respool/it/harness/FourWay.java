package dev.respool.it.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.plan.Refusal;
import dev.respool.compiler.suspendable.Patterns;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Runs a target untransformed, transformed without suspending, suspended at every probe, saved and
 * restored there, and on seeded schedules; all must leave the same trace and end alike, and a
 * suspension that a probe asked for must arrive.
 */
public final class FourWay {
  private static final int SEEDS = 20;
  private static final Predicate<String> OWN = name -> name.startsWith(Targets.PACKAGE);

  private static final Patterns TARGETS = Patterns.of(List.of(Targets.PACKAGE + ".**"));

  private final String target;
  private final ClassFiles classes;
  private final Patterns suspendable;
  private final Patterns saveable;
  private final Predicate<String> own;
  private final Monitors monitors;
  private final Runner plain;
  private final Runner transformed;
  private final VerifyingLoader loader;
  private final Session original = Session.plain();
  private final Outcome expected;

  /** Loads the target, dotted name, twice, and runs it as plain Java. All of it is suspendable. */
  public FourWay(String target, ClassFiles classes) throws ReflectiveOperationException {
    this(target, classes, Monitors.REFUSE);
  }

  /** The same with a choice about monitors. */
  public FourWay(String target, ClassFiles classes, Monitors monitors)
      throws ReflectiveOperationException {
    this(target, classes, TARGETS, TARGETS, OWN, monitors);
  }

  private FourWay(
      String target,
      ClassFiles classes,
      Patterns suspendable,
      Patterns saveable,
      Predicate<String> own,
      Monitors monitors)
      throws ReflectiveOperationException {
    this.target = target;
    this.classes = classes;
    this.suspendable = suspendable;
    this.saveable = saveable;
    this.own = own;
    this.monitors = monitors;
    String internalName = target.replace('.', '/');
    classes.add(internalName + Entry.SUFFIX, Entry.classFile(internalName));
    this.plain = new Runner(new ChildFirstLoader(classes, own), target);
    this.loader = new VerifyingLoader(classes, suspendable, own, monitors);
    this.transformed = new Runner(loader, target);
    this.expected = plain.plainly(original);
  }

  /** The same with no more suspendable than what the target itself marks. */
  public static FourWay ofMarked(String target, ClassFiles classes)
      throws ReflectiveOperationException {
    Patterns marked = Patterns.of(List.of(Targets.PROBE));
    return new FourWay(target, classes, marked, TARGETS, OWN, Monitors.REFUSE);
  }

  /**
   * The same with a library, by the start of its classes' names, that is made suspendable too, and
   * serializable where the target is.
   */
  public static FourWay withLibrary(String target, ClassFiles classes, String library)
      throws ReflectiveOperationException {
    Patterns marked = Patterns.of(List.of(Targets.PROBE, library + "**"));
    Predicate<String> own = OWN.or(name -> name.startsWith(library));
    Patterns saveable = Patterns.of(List.of(Targets.PACKAGE + ".**", library + "**"));
    return new FourWay(target, classes, marked, saveable, own, Monitors.REFUSE);
  }

  /** The trace of plain Java. */
  public List<String> trace() {
    return expected.trace();
  }

  /** How the target ends as plain Java. */
  public String end() {
    return expected.end();
  }

  /** Fails if the target is not deterministic, and so no target. */
  public void repeatsAsPlainJava() throws ReflectiveOperationException {
    compare(plain.plainly(Session.plain()), "run a second time");
  }

  /**
   * All that a target must do, and nothing of it was refused.
   *
   * @return at how many probes it was saved
   */
  public int survivesEverything() throws ReflectiveOperationException {
    repeatsAsPlainJava();
    runsTransformed();
    survivesEverySuspension();
    int saved = survivesSaving();
    survivesSeededSuspensions();
    keepsItsStack();
    survivesWithRecomputedFrames();
    wasNotRefused();
    return saved;
  }

  /** Never suspended. */
  public void runsTransformed() throws ReflectiveOperationException {
    Session session = run(Schedule.never(), false);
    assertEquals(0, session.suspensions(), target + " suspended without being asked");
  }

  /** Suspended at every probe. */
  public void survivesEverySuspension() throws ReflectiveOperationException {
    Session session = run(Schedule.always(), false);
    assertEquals(session.hits(), session.suspensions(), target + " lost suspensions");
  }

  /**
   * Suspended at every probe, and then continued by a coroutine that was restored from the bytes of
   * the suspended one, unless that holds what cannot be saved.
   *
   * @return at how many probes it was saved
   */
  public int survivesSaving() throws ReflectiveOperationException {
    return survivesSaving(loader, transformed);
  }

  /**
   * The same where the target's classes and lambdas are made serializable.
   *
   * @return at how many probes it was saved
   */
  public int survivesSavingMadeSerializable() throws ReflectiveOperationException {
    Compiler.Options options = new Compiler.Options(suspendable, monitors, saveable);
    VerifyingLoader saveable = new VerifyingLoader(classes, options, own);
    return survivesSaving(saveable, new Runner(saveable, target));
  }

  private int survivesSaving(ClassLoader programs, Runner runner)
      throws ReflectiveOperationException {
    Session session = Session.coroutine(Schedule.always(), original.hits());
    Bytes bytes = new Bytes(programs);
    Outcome outcome = runner.asCoroutine(session, false, bytes);
    compare(outcome, "saved and restored at every probe");
    return bytes.saved();
  }

  /** Suspended at every probe, with all stack map frames computed anew. */
  public void survivesWithRecomputedFrames() throws ReflectiveOperationException {
    Runner recomputed = new Runner(new RecomputingLoader(classes, suspendable, own), target);
    Session session = Session.coroutine(Schedule.always(), original.hits());
    compare(recomputed.asCoroutine(session, false), "with recomputed frames");
  }

  /** Suspended as twenty seeds, and those kept, say. */
  public void survivesSeededSuspensions() throws ReflectiveOperationException {
    List<Long> kept = KeptSeeds.of(target.substring(target.lastIndexOf('.') + 1));
    LongStream.concat(LongStream.rangeClosed(1, SEEDS), kept.stream().mapToLong(seed -> seed))
        .forEach(this::runSeed);
  }

  /** Nothing of it was left untransformed. */
  public void wasNotRefused() {
    assertEquals(List.of(), loader.refusals(), target + " was refused in part");
  }

  /** Something of it was left untransformed, for this reason. */
  public void wasRefused(Refusal.Reason reason) {
    assertTrue(
        loader.refusals().stream().anyMatch(refusal -> refusal.reason() == reason),
        () -> target + " was refused because of " + loader.refusals());
  }

  /**
   * Suspended at every probe, it does what plain Java does until it ends in an error that names a
   * frame of its own.
   */
  public void refusesToSuspend() throws ReflectiveOperationException {
    Session session = Session.coroutine(Schedule.always(), original.hits());
    Outcome outcome = transformed.asCoroutine(session, false);
    assertTrue(outcome.end().contains("attempt to yield across " + target), outcome.end());
    assertEquals(trace().subList(0, session.suspensions() + 1), outcome.trace());
  }

  /**
   * Suspended at its first probe, it ends there in an error that names this frame, of whomever, and
   * goes no step further.
   *
   * @return the error
   */
  public String refusesToSuspendAcross(String frame) throws ReflectiveOperationException {
    Session session = Session.coroutine(Schedule.always(), original.hits());
    Outcome outcome = transformed.asCoroutine(session, false);
    assertTrue(outcome.end().contains("attempt to yield across " + frame), outcome.end());
    assertEquals(trace().subList(0, 1), outcome.trace());
    return outcome.end();
  }

  /** At every suspension the logical stack is the one of plain Java, line by line. */
  public void keepsItsStack() throws ReflectiveOperationException {
    List<List<String>> stacks = run(Schedule.always(), true).stacks();
    for (int i = 0; i < stacks.size(); i++) {
      String where = target + " at probe " + i + " <" + trace().get(i) + ">";
      assertEquals(original.stacks().get(i), stacks.get(i), where);
    }
  }

  private void runSeed(long seed) {
    try {
      run(Schedule.seeded(seed), false);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(target + " with seed " + seed, e);
    }
  }

  private Session run(Schedule schedule, boolean stacks) throws ReflectiveOperationException {
    Session session = Session.coroutine(schedule, original.hits());
    compare(transformed.asCoroutine(session, stacks), schedule.toString());
    return session;
  }

  private void compare(Outcome outcome, String how) {
    String difference = expected.difference(outcome);
    if (difference != null) {
      throw new AssertionError(target + ", " + how + ": " + difference);
    }
  }
}
