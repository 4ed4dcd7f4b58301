package dev.respool.console;

import dev.respool.inspect.JsonWriter;
import dev.respool.inspect.LoopPicture;
import dev.respool.inspect.LoopSteps;
import dev.respool.inspect.QueueLengths;
import dev.respool.inspect.TaskCounts;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What the sampler tells the viewers, as JSON: everything, or what has changed. */
final class StateJson {
  private static final double NANOS = 1e6; // of a millisecond

  private final ConsoleOptions options;
  private final String run = UUID.randomUUID().toString();
  private long sequence;
  private long bytes;
  private Collection<LoopView> loops = List.of();
  private SlowSlices slow;
  private boolean slowChanged;
  private Cost cost;

  /** What looking costs: the time of a reading, the time between two, and for how many. */
  record Cost(long nanos, long period, int viewers) {}

  StateJson(ConsoleOptions options) {
    this.options = options;
  }

  /** What was read last. */
  void next(Collection<LoopView> views, SlowSlices slices, Cost spent) {
    sequence++;
    loops = views;
    slow = slices;
    slowChanged = slices.takeChange();
    cost = spent;
  }

  /** How much went to each viewer. */
  void sent(byte[] event) {
    bytes = event == null ? 0 : event.length;
  }

  String all() {
    return state(true);
  }

  String changes() {
    return state(false);
  }

  private String state(boolean all) {
    JsonWriter json = new JsonWriter();
    json.object(
        () -> {
          json.name("full").value(all);
          json.name("run").value(run);
          json.name("seq").value(sequence);
          json.name("time").value(System.currentTimeMillis());
          json.name("pid").value(ProcessHandle.current().pid());
          json.name("java").value(System.getProperty("java.version"));
          writeCost(json);
          json.name("loops").array(loops, view -> write(json, view, all || view.isNew()));
          if (all || slowChanged) {
            json.name("slow").array(slow.all(), slice -> write(json, slice));
          }
        });
    return json.toString();
  }

  private void writeCost(JsonWriter json) {
    json.name("cost");
    json.object(
        () -> {
          json.name("readMillis").value(cost.nanos / NANOS);
          json.name("periodMillis").value(cost.period / NANOS);
          json.name("share").value((double) cost.nanos / cost.period);
          json.name("bytes").value(bytes);
          json.name("viewers").value(cost.viewers);
          json.name("maxViewers").value(options.maxViewers());
        });
  }

  private static void write(JsonWriter json, LoopView view, boolean all) {
    LoopPicture last = view.last();
    LoopPicture counted = view.counted();
    TaskCounts counts = counted == null ? TaskCounts.NONE : counted.counts();
    QueueLengths queues = counted == null ? QueueLengths.NONE : counted.queues();
    json.object(
        () -> {
          json.name("number").value(last.number());
          json.name("full").value(all);
          json.name("status").value(last.status().name());
          json.name("thread").value(last.threadName());
          json.name("turns").value(counted == null ? 0 : counted.turns());
          json.name("oneIn").value(view.oneIn());
          write(json, view.loop().steps());
          write(json, counts);
          write(json, queues);
          json.name("cycles").array(view.cycles(), cycle -> json.array(cycle, json::value));
          json.name("rows").array(all ? view.rows() : view.changed(), row -> write(json, row));
          if (!all) {
            json.name("gone").array(view.gone(), json::value);
          }
        });
  }

  /** Of a loop in virtual time; null of another one. */
  private static void write(JsonWriter json, LoopSteps steps) {
    json.name("test");
    if (steps == null) {
      json.value(null);
      return;
    }
    json.object(
        () -> {
          json.name("now").value(steps.now().toMillis());
          json.name("paused").value(steps.isPaused());
        });
  }

  private static void write(JsonWriter json, TaskCounts counts) {
    json.name("counts");
    json.object(
        () -> {
          json.name("runnable").value(counts.runnable());
          json.name("running").value(counts.running());
          json.name("waiting").value(counts.waiting());
          json.name("ended").value(counts.ended());
          json.name("kinds");
          json.object(
              () -> counts.waitingFor().forEach((kind, n) -> json.name(kind.name()).value(n)));
        });
  }

  private static void write(JsonWriter json, QueueLengths queues) {
    json.name("queues");
    json.object(
        () -> {
          json.name("runnable").value(queues.runnable());
          json.name("posted").value(queues.posted());
          json.name("timers").value(queues.timers());
          json.name("channels").value(queues.channels());
          json.name("operations").value(queues.operations());
        });
  }

  /** A task, with the members of the table's rows. */
  static void write(JsonWriter json, Row row) {
    json.object(() -> members(json, row));
  }

  /** The same of a task of that loop. */
  static void write(JsonWriter json, Row row, long loop) {
    json.object(
        () -> {
          json.name("loop").value(loop);
          members(json, row);
        });
  }

  private static void members(JsonWriter json, Row row) {
    json.name("id").value(row.id());
    json.name("parent").value(row.parent());
    json.name("name").value(row.name());
    json.name("status").value(row.status());
    json.name("kind").value(row.kind());
    json.name("waits").value(row.waits());
    json.name("since").value(row.since());
    json.name("source").value(row.source());
    json.name("cancelled").value(row.cancelled());
    json.name("awaits").array(row.awaits(), json::value);
  }

  private static void write(JsonWriter json, SlowSlices.Slice slice) {
    json.object(
        () -> {
          json.name("time").value(slice.time());
          json.name("loop").value(slice.loop());
          json.name("thread").value(slice.thread());
          json.name("task").value(slice.task());
          json.name("millis").value(slice.millis());
          json.name("going").value(slice.going());
          json.name("stack").array(slice.stack(), element -> json.value(element.toString()));
        });
  }
}
