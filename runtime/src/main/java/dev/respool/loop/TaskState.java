package dev.respool.loop;

import dev.respool.abi.Continuation;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * One task's life. Everything but what says otherwise happens on the loop's thread.
 *
 * <pre>
 *   phase   | step           | leaf suspends | wait is over | body ends | last child ends | cancel
 *   NEW     | RUNNING        |               |              |           |                 | remembered
 *   READY   | RUNNING        |               |              |           |                 | remembered
 *   RUNNING |                | PARKED        |              | JOINING   |                 | remembered
 *   PARKED  |                |               | READY        |           |                 | ends the wait
 *   JOINING |                |               |              |           | DONE            | of children
 *   DONE    | nothing        |               |              |           |                 | nothing
 * </pre>
 *
 * <p>A cancellation that is remembered strikes at the body's next leaf, or keeps a NEW body from
 * starting. Each cancellation strikes once, so that {@code finally} blocks may suspend.
 */
final class TaskState {
  private static final int MAX_READY_OPERATIONS = 64;

  private enum Phase {
    NEW,
    READY,
    RUNNING,
    PARKED,
    JOINING,
    DONE
  }

  private final Reactor reactor;
  private final TaskState parent;
  private final long number;
  private final TaskCoroutine coroutine;
  private final Children children = new Children();
  private final WaitQueue<Awaiter> awaiters = new WaitQueue<>();
  private final Outcome outcome = new Outcome();

  /** Its neighbours among the children of its parent; written by {@link Children} only. */
  TaskState elder;

  TaskState younger;

  private Phase phase = Phase.NEW;
  private Wait wait;
  private boolean childrenCancelled;
  private CancellationException pending;
  private int readyOperations;

  TaskState(Reactor reactor, TaskState parent, long number, TaskCoroutine coroutine) {
    this.reactor = reactor;
    this.parent = parent;
    this.number = number;
    this.coroutine = coroutine;
    coroutine.belongTo(this);
  }

  Reactor reactor() {
    return reactor;
  }

  TaskCoroutine coroutine() {
    return coroutine;
  }

  Outcome outcome() {
    return outcome;
  }

  Children children() {
    return children;
  }

  /** Runs the body to its next wait or to its end. */
  void step() {
    if (phase == Phase.NEW && pending != null) {
      bodyEnded(null, pending);
      return;
    }
    phase = Phase.RUNNING;
    readyOperations = 0;
    Object out;
    try {
      out = coroutine.proceed();
    } catch (Throwable t) { // any failure of the body is the task's
      bodyEnded(null, t);
      return;
    }
    if (Continuation.isDead(coroutine)) {
      bodyEnded(out, null);
    } else {
      park(out instanceof Wait next ? next : new StrayYield());
    }
  }

  /** Parks the task, whose frames are unwound, until the wait is over. */
  void park(Wait next) {
    phase = Phase.PARKED;
    wait = next;
    next.begin(this);
  }

  /** The wait is over: the task is runnable. */
  void wake(Object result, long prim, Throwable thrown) {
    if (phase != Phase.PARKED) {
      return; // abandoned
    }
    phase = Phase.READY;
    wait = null;
    coroutine.deliver(result, prim, thrown);
    reactor.ready(this);
  }

  /** Whether an operation that need not wait may be done now, or others should have their turn. */
  boolean mayGoOn() {
    return ++readyOperations < MAX_READY_OPERATIONS;
  }

  void throwIfCancelled() {
    if (pending != null) {
      CancellationException reason = pending;
      pending = null;
      reason.fillInStackTrace();
      throw reason;
    }
  }

  /** Cancels this task; the reason is part of the exception's text. */
  void cancel(String why) {
    cancel(List.of(this), why);
  }

  /** Cancels several tasks and, where only children are left to cancel, those. */
  static void cancel(Collection<TaskState> tasks, String why) {
    Deque<TaskState> todo = new ArrayDeque<>(tasks);
    while (!todo.isEmpty()) {
      TaskState next = todo.poll();
      next.strike(new CancellationException(next + " was cancelled" + why));
      if (next.phase == Phase.JOINING) {
        todo.addAll(next.children.live());
      }
    }
  }

  private void strike(CancellationException reason) {
    if (phase != Phase.DONE) {
      outcome.cancelled();
    }
    switch (phase) {
      case NEW, READY, RUNNING -> pending = reason;
      case PARKED -> wait.cancel(reason);
      case JOINING -> outcome.replaceBy(reason);
      case DONE -> {}
    }
  }

  private void bodyEnded(Object result, Throwable thrown) {
    phase = Phase.JOINING;
    outcome.set(result, thrown);
    cancelChildrenAfterFailure();
    for (TaskState next = this; next != null && next.endsNow(); next = next.parent) {
      next.end();
    }
  }

  /** Ends the tree of tasks under this root without running anything. */
  void abandon(Throwable cause) {
    Deque<TaskState> todo = new ArrayDeque<>(List.of(this));
    for (TaskState next = todo.poll(); next != null; next = todo.poll()) {
      todo.addAll(next.children.live());
      next.phase = Phase.DONE;
      next.outcome.set(null, cause);
      next.outcome.publish();
    }
  }

  private boolean endsNow() {
    return phase == Phase.JOINING && children.isEmpty();
  }

  private void end() {
    phase = Phase.DONE;
    outcome.add(children.failures());
    outcome.publish();
    for (Awaiter next = awaiters.poll(); next != null; next = awaiters.poll()) {
      outcome.observe();
      next.ended(this);
    }
    if (parent == null) {
      reactor.rootEnded(this);
    } else {
      parent.children.ended(this);
      parent.cancelChildrenAfterFailure();
    }
  }

  private void cancelChildrenAfterFailure() {
    if (phase != Phase.JOINING || childrenCancelled || children.isEmpty()) {
      return;
    }
    List<Throwable> lost = children.failures();
    Throwable own = outcome.failure();
    Throwable cause = own != null || lost.isEmpty() ? own : lost.get(0);
    if (cause != null) {
      childrenCancelled = true;
      cancel(children.live(), ", because its parent, " + this + ", failed with " + cause);
    }
  }

  /** Whether the task has ended; any thread. */
  boolean isDone() {
    return outcome.isDone();
  }

  /** The outcome of an ended task, for somebody who takes responsibility for it; any thread. */
  Object take() {
    observe();
    if (outcome.failure() != null) {
      throw Failures.raise(outcome.failure());
    }
    return outcome.value();
  }

  /** Whoever calls this will deal with a failure; any thread. */
  void observe() {
    outcome.observe();
    if (parent != null && reactor.isLoopThread()) {
      parent.children.observed(this);
    }
  }

  void addAwaiter(Awaiter awaiter) {
    if (phase == Phase.DONE) {
      observe();
      awaiter.ended(this);
    } else {
      awaiters.add(awaiter);
    }
  }

  void removeAwaiter(Awaiter awaiter) {
    awaiters.remove(awaiter);
  }

  /** What it waits for, or null if it does not wait. */
  String waitsFor() {
    return switch (phase) {
      case PARKED -> wait.toString();
      case JOINING -> "the end of its children (its body has ended)";
      default -> null;
    };
  }

  @Override
  public String toString() {
    return "task " + number;
  }
}
