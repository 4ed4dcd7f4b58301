package dev.respool.loop;

import dev.respool.abi.HostRequest;
import dev.respool.inspect.WaitKind;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * What a parked task waits for; made by a leaf, armed by the loop after the task's frames have been
 * unwound.
 *
 * <p>It begins once and ends once: it succeeds, fails or is cancelled, and is over then. What comes
 * after that is ignored. Everything here happens on the loop's thread. {@link #toString()} says
 * what is waited for, to be read after "waits in".
 */
abstract class Wait extends HostRequest {
  private TaskState task;

  /** Begins to wait on behalf of a task that is parked now. */
  void begin(TaskState parked) {
    task = parked;
    try {
      arm();
    } catch (Throwable t) { // whatever it is, it belongs to the task that waits
      fail(t);
    }
  }

  /** Registers with whatever will end the wait; may end it at once. Leaves nothing if it throws. */
  abstract void arm() throws Exception;

  /** Takes back what {@link #arm} registered; called at most once, before the wait is over. */
  abstract void disarm();

  /** Ends the wait because the task is cancelled. */
  void cancel(CancellationException reason) {
    disarm();
    fail(reason);
  }

  /** The task that waits, or null before the beginning and after the end. */
  final TaskState task() {
    return task;
  }

  /** The task whose progress would end this wait; null if it is none in particular. */
  TaskState awaited() {
    return null;
  }

  /** What sort of thing is waited for. */
  WaitKind kind() {
    return WaitKind.OTHER;
  }

  /** As {@link #toString()}, but objects of the program are shown by the given function. */
  String text(Function<Object, String> shown) {
    return toString();
  }

  final boolean isOver() {
    return task == null;
  }

  /** The leaf returns a reference. */
  final void succeed(Object value) {
    end(value, 0, null);
  }

  /** The leaf returns an {@code int} or {@code long}. */
  final void succeedWith(long value) {
    end(null, value, null);
  }

  /** The leaf throws an exception that arose for this wait: it gets the waiting task's trace. */
  final void fail(Throwable thrown) {
    if (task != null) {
      end(null, 0, Failures.at(thrown, task));
    }
  }

  /** The leaf throws an exception of somebody else's, with the trace that it has. */
  final void failAsIs(Throwable thrown) {
    end(null, 0, thrown);
  }

  /** Ends like another: for results that come as a triple. */
  final void end(Object value, long prim, Throwable thrown) {
    TaskState waiter = task;
    if (waiter != null) {
      task = null;
      waiter.wake(value, prim, thrown);
    }
  }

  /** Goes on waiting for something else, in the same leaf. */
  final void continueWith(Wait next) {
    TaskState waiter = task;
    task = null;
    waiter.park(next);
  }
}
