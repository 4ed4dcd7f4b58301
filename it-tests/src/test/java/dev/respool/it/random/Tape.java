package dev.respool.it.random;

import dev.respool.NotSuspendableException;
import dev.respool.it.harness.Schedule;
import java.util.ArrayList;
import java.util.List;

/** One run of a trace: hands out its steps, and notes what was done. */
public final class Tape {
  private final List<Op> steps;
  private final Schedule schedule;
  private final Suspender suspender;
  private final Reach reach;
  private final List<String> lines = new ArrayList<>();
  private final int[] active = new int[Op.values().length];
  private int position;
  private int hits;
  private int suspensions;

  Tape(FuzzedTrace trace, Schedule schedule, Suspender suspender, Reach reach) {
    this.steps = trace.steps();
    this.schedule = schedule;
    this.suspender = suspender;
    this.reach = reach;
  }

  /** The next step; at the end there are only returns. */
  public Op next() {
    return position < steps.size() ? steps.get(position++) : Op.RETURN;
  }

  /** A step begins with this value. */
  public void enter(Op op, int value) {
    active[op.ordinal()]++;
    reach.performed(op);
    lines.add(op + " " + value);
  }

  /** It ended, in whatever way. */
  public void exit(Op op) {
    active[op.ordinal()]--;
    lines.add("end of " + op);
  }

  /** Anything worth comparing. */
  public void note(String line) {
    lines.add(line);
  }

  /** A number that only this place in the trace has. */
  public int position() {
    return position;
  }

  /** Whether the caller shall yield to its coroutine; another kind of run suspends in here. */
  public boolean yields() {
    if (!schedule.suspendsAt(hits++)) {
      return false;
    }
    reach.suspending(active, isForeign());
    return switch (suspender.kind()) {
      case NONE -> refusedOr(() -> {});
      case INTERNAL -> refusedOr(suspender::suspend);
      case COROUTINE -> true;
    };
  }

  /** The holder has it, suspended. */
  void suspended() {
    suspensions++;
    lines.add("suspended");
  }

  List<String> ended(String end) {
    lines.add(end);
    return List.copyOf(lines);
  }

  int suspensions() {
    return suspensions;
  }

  private boolean refusedOr(Runnable suspension) {
    if (isForeign()) {
      throw new NotSuspendableException("across a frame of the JDK");
    }
    suspension.run();
    if (suspender.kind() == Suspender.Kind.NONE) {
      suspended();
    }
    return false;
  }

  private boolean isForeign() {
    for (Op op : Op.values()) {
      if (op.isForeign() && active[op.ordinal()] > 0) {
        return true;
      }
    }
    return false;
  }
}
