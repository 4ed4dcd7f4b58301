package dev.respool.abi;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Copies the frames of a suspended continuation. What they refer to is shared, except for what the
 * program cannot name: the iterator of a for-each loop, which is a local without a name. A run of a
 * generator there is copied in the same way, and its frames refer to the copy.
 *
 * <p>All runs and iterators that are to be copied are found before the first frame is, so that each
 * frame refers to the copies of all.
 */
final class Fork {
  /** Of continuations and iterators, by the original. */
  private final Map<Object, Object> copies = new IdentityHashMap<>();

  private final List<Continuation> originals = new ArrayList<>();
  private final LoopIterators iterators = new LoopIterators();

  /** A local without a name that holds an iterator. */
  private record Hidden(Frame frame, Description.Local local) {
    Iterator<?> iterator() {
      return (Iterator<?>) Cells.read(frame, local.cell(), local.descriptor());
    }

    boolean isOfCollection() {
      return !(iterator() instanceof Producer);
    }
  }

  private Fork() {}

  /** The copy gets the frames of a continuation that nobody resumes meanwhile. */
  static void copy(Continuation original, Continuation copy) {
    Fork fork = new Fork();
    fork.add(original, copy);
    for (int i = 0; i < fork.originals.size(); i++) {
      fork.find(fork.originals.get(i));
    }
    fork.originals.forEach(fork::copyFrames);
  }

  private void add(Continuation original, Continuation copy) {
    originals.add(original);
    copies.put(original, copy);
  }

  private static void requireCopyable(Continuation original) {
    for (Frame holder : Reacquisition.holders(original)) {
      throw refused(holder, "has released monitors: leave synchronized code before you fork");
    }
    for (Frame frame = original.innermost; frame != null; frame = frame.caller) {
      if (frame instanceof Relay) {
        throw new IllegalStateException("cannot fork: it waits for its event loop");
      }
      if (frame.isActivation() && frame.method().describe().method().equals("<init>")) {
        throw refused(frame, "is constructing an object, which would be constructed twice");
      }
    }
  }

  private void find(Continuation original) {
    requireCopyable(original);
    List<Hidden> found = new ArrayList<>();
    for (Frame frame = original.innermost; frame != null; frame = frame.caller) {
      if (frame.isActivation()) {
        addHidden(frame, found);
      }
    }
    if (found.stream().anyMatch(Hidden::isOfCollection)) {
      iterators.replace(original);
    }
    found.forEach(this::copyIterator);
  }

  private static void addHidden(Frame frame, List<Hidden> found) {
    Description description = frame.method().describe();
    for (Description.Local local : description.points().get(frame.point).locals()) {
      if (local.isHidden()
          && Cells.read(frame, local.cell(), local.descriptor()) instanceof Iterator<?>) {
        found.add(new Hidden(frame, local));
      }
    }
  }

  private void copyIterator(Hidden hidden) {
    Iterator<?> iterator = hidden.iterator();
    Drained drained = iterators.of(iterator);
    if (iterator instanceof Producer run) {
      copy(run);
    } else if (drained != null && drained.refusal() == null) {
      copies.computeIfAbsent(iterator, live -> drained.elements().iterator());
    } else if (drained != null || !iterators.isOfProgram(iterator)) {
      throw refused(hidden.frame(), why(iterator, drained));
    }
  }

  private static String why(Iterator<?> iterator, Drained drained) {
    return drained == null
        ? "iterates by a "
            + iterator.getClass().getName()
            + ", which cannot be copied: iterate over a collection or a generator"
        : "iterates by a "
            + drained.old().getClass().getName()
            + ", which cannot be copied: "
            + drained.refusal()
            + "; "
            + drained.remedy();
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
    add(run, copy);
  }

  private void copyFrames(Continuation original) {
    Continuation copy = (Continuation) copies.get(original);
    Frame before = null;
    for (Frame frame = original.innermost; frame != null; frame = frame.caller) {
      if (frame.isActivation()) {
        Frame copied = frame.copy();
        copied.caller = null;
        Cells.replaceAll(copied, value -> copies.getOrDefault(value, value));
        if (before == null) {
          copy.innermost = copied;
        } else {
          before.caller = copied;
        }
        before = copied;
      }
    }
  }

  private static IllegalStateException refused(Frame frame, String why) {
    StackTraceElement at = frame.method().describe().element(frame.point);
    return new IllegalStateException("cannot fork: " + CallerCheck.location(at) + " " + why);
  }
}
