package dev.respool.abi;

import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Copies the frames of a suspended continuation. What they refer to is shared, except for what the
 * program cannot name: the iterator of a for-each loop, which is a local without a name. A run of a
 * generator there is copied in the same way, and its frames refer to the copy.
 */
final class Fork {
  /** Of the runs, by the original. */
  private final Map<Object, Object> copies = new IdentityHashMap<>();

  private Fork() {}

  /** The copy gets the frames of a continuation that nobody resumes meanwhile. */
  static void copy(Continuation original, Continuation copy) {
    new Fork().copyFrames(original, copy);
  }

  private static void requireCopyable(Frame frame) {
    if (!frame.isActivation()) {
      Frame holder = frame.caller;
      throw refused(holder, "has released monitors: leave synchronized code before you fork");
    }
    if (frame.method().describe().method().equals("<init>")) {
      throw refused(frame, "is constructing an object, which would be constructed twice");
    }
  }

  private void copyFrames(Continuation original, Continuation copy) {
    for (Frame frame = original.innermost; frame != null; frame = frame.caller) {
      requireCopyable(frame);
    }
    copies.put(original, copy);
    Frame before = null;
    for (Frame frame = original.innermost; frame != null; frame = frame.caller) {
      Frame copied = frame.copy();
      copyHidden(frame, copied);
      Cells.replaceAll(copied, value -> copies.getOrDefault(value, value));
      if (before == null) {
        copy.innermost = copied;
      } else {
        before.caller = copied;
      }
      before = copied;
    }
  }

  private void copyHidden(Frame frame, Frame copied) {
    Description description = frame.method().describe();
    for (Description.Local local : description.points().get(frame.point).locals()) {
      if (local.isHidden()
          && Cells.read(frame, local.cell(), local.descriptor()) instanceof Iterator<?> iterator) {
        copyIterator(iterator, frame, copied, local);
      }
    }
  }

  private void copyIterator(
      Iterator<?> iterator, Frame frame, Frame copied, Description.Local local) {
    if (iterator instanceof Producer run) {
      copy(run);
    } else if (HiddenIterator.canBeDrained(iterator)) {
      List<?> rest = HiddenIterator.drain(iterator);
      Cells.write(frame, local.cell(), rest.iterator());
      Cells.write(copied, local.cell(), rest.iterator());
    } else {
      throw refused(
          frame,
          "iterates by a "
              + iterator.getClass().getName()
              + ", which cannot be copied: iterate over a collection or a generator");
    }
  }

  private void copy(Producer run) {
    if (copies.containsKey(run)) {
      return;
    }
    if (!Continuation.isSuspended(run) && !Continuation.isDead(run)) {
      throw new IllegalStateException("cannot fork: a generator that it iterates over is running");
    }
    Producer copy = run.copy();
    copy.state = run.state;
    copy.element = run.element;
    copy.bits = run.bits;
    copyFrames(run, copy);
  }

  private static IllegalStateException refused(Frame frame, String why) {
    StackTraceElement at = frame.method().describe().element(frame.point);
    return new IllegalStateException("cannot fork: " + CallerCheck.location(at) + " " + why);
  }
}
