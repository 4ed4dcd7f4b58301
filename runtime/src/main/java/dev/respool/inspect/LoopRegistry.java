package dev.respool.inspect;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The loops of the process, as a list of weak references that are linked through themselves. A
 * program may make a loop for each small thing that it does, so entering and leaving it take some
 * tens of nanoseconds. Thread-safe.
 */
final class LoopRegistry {
  private final ReferenceQueue<InspectableLoop> gone = new ReferenceQueue<>();
  private final Entry head = new Entry(null);

  LoopRegistry() {
    head.next = head;
    head.previous = head;
  }

  /** A loop that nobody keeps from being collected. */
  private final class Entry extends WeakReference<InspectableLoop>
      implements Inspection.Registration {
    private Entry previous; // null once it has left
    private Entry next;

    Entry(InspectableLoop loop) {
      super(loop, gone);
    }

    @Override
    public void end() {
      synchronized (head) {
        if (previous != null) {
          previous.next = next;
          next.previous = previous;
          previous = null;
        }
      }
    }
  }

  Inspection.Registration add(InspectableLoop loop) {
    removeGone();
    Entry entry = new Entry(loop);
    synchronized (head) {
      entry.previous = head.previous;
      entry.next = head;
      head.previous.next = entry;
      head.previous = entry;
    }
    return entry;
  }

  private void removeGone() {
    while (gone.poll() instanceof Entry entry) {
      entry.end();
    }
  }

  /** A copy of those that live. */
  List<InspectableLoop> all() {
    removeGone();
    List<InspectableLoop> all = new ArrayList<>();
    synchronized (head) {
      for (Entry entry = head.next; entry != head; entry = entry.next) {
        InspectableLoop loop = entry.get();
        if (loop != null) {
          all.add(loop);
        }
      }
    }
    return all;
  }
}
