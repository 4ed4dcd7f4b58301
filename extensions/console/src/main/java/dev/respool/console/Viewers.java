package dev.respool.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Those who look, so many at most. */
final class Viewers {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

  private final int most;
  private final Runnable onFirst;
  private final List<Viewer> present = new ArrayList<>();
  private boolean closed;

  Viewers(int most, Runnable onFirst) {
    this.most = most;
    this.onFirst = onFirst;
  }

  int most() {
    return most;
  }

  /** One that the calling thread serves; null if there are enough. */
  synchronized Viewer join() {
    if (closed || present.size() >= most) {
      return null;
    }
    Viewer viewer = new Viewer();
    present.add(viewer);
    if (present.size() == 1) {
      onFirst.run();
    }
    notifyAll();
    return viewer;
  }

  String refusal() {
    return "This console has its " + most + " viewers. Close another page of it first.";
  }

  synchronized void leave(Viewer viewer) {
    present.remove(viewer);
    notifyAll();
  }

  /** A copy; dismisses those that have taken nothing for long. */
  synchronized List<Viewer> present() {
    present.stream().filter(viewer -> viewer.isStuck(PATIENCE)).forEach(Viewer::dismiss);
    return List.copyOf(present);
  }

  /** Waits; ends early, but not too early, if somebody comes who has seen nothing yet. */
  synchronized void pause(long nanos) throws InterruptedException {
    long start = System.nanoTime();
    for (long past = 0; past < (hasNew() ? SHORTEST_PAUSE : nanos); ) {
      long left = (hasNew() ? SHORTEST_PAUSE : nanos) - past;
      TimeUnit.NANOSECONDS.timedWait(this, left);
      past = System.nanoTime() - start;
    }
  }

  private boolean hasNew() {
    return present.isEmpty() || present.stream().anyMatch(Viewer::wantsAll);
  }

  synchronized void close() {
    closed = true;
    present.forEach(Viewer::dismiss);
  }
}
