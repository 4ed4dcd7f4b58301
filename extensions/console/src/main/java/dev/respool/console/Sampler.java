package dev.respool.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.respool.inspect.InspectableLoop;
import dev.respool.inspect.Inspection;
import dev.respool.inspect.LoopSteps;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Reads all loops again and again while somebody looks, on a thread of its own, and tells the
 * viewers what has changed. The thread ends with the last viewer, and what it knew is dropped.
 */
final class Sampler {
  private static final int LEAST_SHOWN = 200; // tasks of a loop, however many loops there are
  private static final long SHARE = 20; // a twentieth of the time is spent on reading, at most

  private final ConsoleOptions options;
  private final Viewers viewers;
  private Thread thread; // null while nobody looks; guarded by this

  Sampler(ConsoleOptions options) {
    this.options = options;
    this.viewers = new Viewers(options.maxViewers(), this::start);
  }

  Viewers viewers() {
    return viewers;
  }

  private synchronized void start() {
    if (thread == null) {
      thread = Console.daemon(new Run(), "respool-console");
      thread.start();
    }
  }

  /** Whether the thread may end; if not, there are viewers again. */
  private synchronized boolean ends() {
    if (viewers.present().isEmpty()) {
      thread = null;
      return true;
    }
    return false;
  }

  void close() {
    viewers.close();
    synchronized (this) {
      if (thread != null) {
        thread.interrupt();
      }
    }
  }

  /** The time from the first viewer to the last. */
  private final class Run implements Runnable {
    private final Map<Long, LoopView> loops = new TreeMap<>();
    private final SlowSlices slow = new SlowSlices();
    private final StateJson json = new StateJson(options);
    private long nanos; // of the last reading

    @Override
    public void run() {
      try {
        while (!ends()) {
          tick();
          viewers.pause(period());
        }
        goOn();
      } catch (InterruptedException e) {
        goOn(); // the console is closed
      } catch (RuntimeException | Error e) {
        System.getLogger("dev.respool.console")
            .log(Level.ERROR, "the console cannot read the loops and disconnects its viewers", e);
        viewers.present().forEach(Viewer::dismiss);
        synchronized (Sampler.this) {
          thread = null;
        }
      }
    }

    /** Nobody is left who could let a halted loop go on. */
    private void goOn() {
      loops.values().stream()
          .map(view -> view.loop().steps())
          .filter(Objects::nonNull)
          .forEach(LoopSteps::resume);
    }

    private long period() {
      return Math.max(options.period().toNanos(), nanos * SHARE);
    }

    private void tick() {
      read();
      List<Viewer> present = viewers.present();
      StateJson.Cost cost = new StateJson.Cost(nanos, period(), present.size());
      json.next(loops.values().stream().filter(LoopView::isShown).toList(), slow, cost);
      byte[] all = null;
      byte[] changes = null;
      for (Viewer viewer : present) {
        if (viewer.wantsAll()) {
          all = all == null ? event(json.all()) : all;
          viewer.offer(all);
        } else {
          changes = changes == null ? event(json.changes()) : changes;
          viewer.offer(changes);
        }
      }
      json.sent(changes == null ? all : changes);
    }

    private void read() {
      List<InspectableLoop> found = new ArrayList<>(Inspection.loops());
      loops.keySet().retainAll(found.stream().map(InspectableLoop::number).toList());
      found.forEach(
          loop -> loops.computeIfAbsent(loop.number(), number -> new LoopView(loop)).count());
      long live = loops.values().stream().mapToLong(LoopView::live).sum();
      nanos = 0;
      for (LoopView view : loops.values()) {
        long asked = System.currentTimeMillis();
        view.read(share(view, live));
        slow.note(view.last(), asked);
        nanos += view.nanos();
      }
    }

    /** How many tasks of a loop may be shown. */
    private int share(LoopView view, long live) {
      int most = options.maxTasks();
      return live <= most ? most : (int) Math.max(LEAST_SHOWN, view.live() * most / live);
    }

    private static byte[] event(String state) {
      return ("event: state\ndata: " + state + "\n\n").getBytes(UTF_8);
    }
  }
}
