package dev.respool.management;

import dev.respool.inspect.Inspection;
import dev.respool.inspect.InspectionOptions;
import dev.respool.inspect.LoopPicture;
import dev.respool.inspect.WaitKind;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Meters of all event loops of the process, for Micrometer. The loops are asked at most once a
 * second.
 *
 * <ul>
 *   <li>{@code respool.loops}: loops that live; {@code respool.loops.unanswering}: those that have
 *       not answered within a second
 *   <li>{@code respool.tasks} with the tag {@code state} ({@code runnable}, {@code running}, {@code
 *       waiting}), and {@code respool.tasks.waiting} with the tag {@code for}, such as {@code
 *       timer}
 *   <li>{@code respool.tasks.ended}, a counter
 *   <li>{@code respool.turns}, a counter
 *   <li>{@code respool.queue} with the tag {@code queue}: {@code runnable}, {@code posted}, {@code
 *       timers}, {@code channels}, {@code operations}
 *   <li>{@code respool.coroutines}: those outside of loops, if they are tracked
 * </ul>
 *
 * <p>The counters fall when a loop is gone. Micrometer counts on from there.
 */
public final class RespoolMetrics implements MeterBinder {
  private final LoopFigures figures = new LoopFigures();
  private final Iterable<Tag> tags;

  /** Meters without tags of your own. */
  public RespoolMetrics() {
    this(Tags.empty());
  }

  /**
   * Meters with tags of your own.
   *
   * @param tags for all of them
   */
  public RespoolMetrics(Iterable<Tag> tags) {
    this.tags = tags;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "respool.loops", Tags.empty(), all -> all.loops().size());
    gauge(registry, "respool.loops.unanswering", Tags.empty(), all -> all.unanswering().size());
    bindTasks(registry);
    bindQueues(registry);
    counter(registry, "respool.turns", all -> all.sum(LoopPicture::turns));
    gauge(registry, "respool.coroutines", Tags.empty(), all -> coroutines());
  }

  private void bindTasks(MeterRegistry registry) {
    String tasks = "respool.tasks";
    state(registry, tasks, "runnable", all -> all.sum(loop -> loop.counts().runnable()));
    state(registry, tasks, "running", all -> all.sum(loop -> loop.counts().running()));
    state(registry, tasks, "waiting", all -> all.sum(loop -> loop.counts().waiting()));
    counter(registry, "respool.tasks.ended", all -> all.sum(loop -> loop.counts().ended()));
    for (WaitKind kind : WaitKind.values()) {
      Tags tag = Tags.of("for", kind.name().toLowerCase(Locale.ROOT));
      gauge(registry, "respool.tasks.waiting", tag, all -> all.waitingFor(kind));
    }
  }

  private void state(
      MeterRegistry registry, String name, String state, ToDoubleFunction<LoopFigures> value) {
    gauge(registry, name, Tags.of("state", state), value);
  }

  private void bindQueues(MeterRegistry registry) {
    queue(registry, "runnable", all -> all.sum(loop -> loop.queues().runnable()));
    queue(registry, "posted", all -> all.sum(loop -> loop.queues().posted()));
    queue(registry, "timers", all -> all.sum(loop -> loop.queues().timers()));
    queue(registry, "channels", all -> all.sum(loop -> loop.queues().channels()));
    queue(registry, "operations", all -> all.sum(loop -> loop.queues().operations()));
  }

  private void queue(MeterRegistry registry, String queue, ToDoubleFunction<LoopFigures> value) {
    gauge(registry, "respool.queue", Tags.of("queue", queue), value);
  }

  private void gauge(
      MeterRegistry registry, String name, Tags own, ToDoubleFunction<LoopFigures> value) {
    Gauge.builder(name, figures, value)
        .tags(tags)
        .tags(own)
        .strongReference(true)
        .register(registry);
  }

  private void counter(MeterRegistry registry, String name, ToDoubleFunction<LoopFigures> value) {
    FunctionCounter.builder(name, figures, value).tags(tags).register(registry);
  }

  private static int coroutines() {
    InspectionOptions numbersOnly =
        InspectionOptions.standard().withMaxTasks(Integer.MAX_VALUE).withMaxFrames(0);
    return Inspection.coroutines(numbersOnly).size();
  }
}
