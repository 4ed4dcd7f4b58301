package dev.respool.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One run of a target: what it is told at each probe, and what it did. */
public final class Session {
  private static final int DEEPEST = 40;
  private static final int UNLIMITED = 1_000_000;

  private final Trace trace = new Trace();
  private final Schedule schedule;
  private final int limit;
  private final boolean plain;
  private final List<List<String>> stacks = new ArrayList<>();
  private int hits;
  private int suspensions;

  private Session(Schedule schedule, int limit, boolean plain) {
    this.schedule = schedule;
    this.limit = limit;
    this.plain = plain;
  }

  /** A run as plain Java, which notes its stack at each probe. */
  static Session plain() {
    return new Session(Schedule.never(), UNLIMITED, true);
  }

  /** A run as a coroutine that is stopped if it hits more than {@code limit} probes. */
  static Session coroutine(Schedule schedule, int limit) {
    return new Session(schedule, limit, false);
  }

  /** A probe was hit; the answer is whether it shall suspend. */
  public boolean hit(String line) {
    trace.add(line);
    if (hits >= limit) {
      throw new AssertionError("the target ran on after " + limit + " probe hits: " + line);
    }
    if (plain) {
      stacks.add(StackWalker.getInstance().walk(frames -> logical(frames.map(Session::element))));
    }
    return schedule.suspendsAt(hits++);
  }

  /** The coroutine came out suspended, with this logical stack. */
  void suspendedAt(StackTraceElement[] stack) {
    suspensions++;
    stacks.add(logical(Stream.of(stack)));
  }

  /** It came out suspended. */
  void suspended() {
    suspensions++;
  }

  int hits() {
    return hits;
  }

  int suspensions() {
    return suspensions;
  }

  List<List<String>> stacks() {
    return stacks;
  }

  /** How it ended, with all that led there. */
  Outcome ended(String how) {
    return new Outcome(trace.lines(), how);
  }

  private static StackTraceElement element(StackWalker.StackFrame frame) {
    return frame.toStackTraceElement();
  }

  private static List<String> logical(Stream<StackTraceElement> stack) {
    return stack
        .filter(at -> at.getClassName().startsWith(Targets.PACKAGE))
        .filter(at -> !at.getClassName().equals(Targets.PROBE))
        .filter(at -> !at.getClassName().endsWith(Entry.SUFFIX))
        .limit(DEEPEST)
        .map(at -> at.getClassName() + "." + at.getMethodName() + ":" + at.getLineNumber())
        .toList();
  }
}
