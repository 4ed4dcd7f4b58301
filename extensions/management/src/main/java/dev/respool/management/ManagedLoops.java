package dev.respool.management;

import dev.respool.inspect.BlockedPicture;
import dev.respool.inspect.Dump;
import dev.respool.inspect.Inspection;
import dev.respool.inspect.InspectionOptions;
import dev.respool.inspect.JsonDump;
import dev.respool.inspect.LoopPicture;
import dev.respool.inspect.TextDump;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The loops of this process as the MXBean shows them. */
final class ManagedLoops implements RespoolMXBean {
  private final LoopFigures figures = new LoopFigures();

  @Override
  public int getLoopCount() {
    return figures.loops().size();
  }

  @Override
  public List<Long> getUnansweringLoops() {
    return figures.unanswering();
  }

  @Override
  public long getRunnableTaskCount() {
    return figures.sum(loop -> loop.counts().runnable());
  }

  @Override
  public long getWaitingTaskCount() {
    return figures.sum(loop -> loop.counts().waiting());
  }

  @Override
  public long getEndedTaskCount() {
    return figures.sum(loop -> loop.counts().ended());
  }

  @Override
  public Map<String, Long> getWaitingTaskCounts() {
    return figures.waitingFor();
  }

  @Override
  public long getTurnCount() {
    return figures.sum(LoopPicture::turns);
  }

  @Override
  public long getPostedActionCount() {
    return figures.sum(loop -> loop.queues().posted());
  }

  @Override
  public boolean isCoroutineTracking() {
    return Inspection.isTrackingCoroutines();
  }

  @Override
  public void setCoroutineTracking(boolean tracked) {
    Inspection.trackCoroutines(tracked);
  }

  @Override
  public List<String> findDeadlocks() {
    InspectionOptions graph =
        InspectionOptions.standard().withMaxTasks(Integer.MAX_VALUE).withMaxFrames(0);
    List<String> found = new ArrayList<>();
    for (LoopPicture loop : Inspection.pictures(graph)) {
      for (List<Long> cycle : loop.waitGraph().cycles()) {
        found.add("loop " + loop.number() + ": " + text(cycle));
      }
    }
    return found;
  }

  private static String text(List<Long> cycle) {
    return cycle.stream()
        .map(id -> "task " + id)
        .collect(Collectors.joining(" -> ", "", " -> task " + cycle.get(0)));
  }

  @Override
  public List<String> getWatchdogReports() {
    return Inspection.blocked().stream().map(ManagedLoops::text).toList();
  }

  private static String text(BlockedPicture blocked) {
    return blocked.stack().stream()
        .map(element -> "\n  at " + element)
        .collect(
            Collectors.joining(
                "",
                String.format(
                    "%s: %s has kept loop %d for %d ms",
                    blocked.time(), blocked.task(), blocked.loop(), blocked.held().toMillis()),
                ""));
  }

  @Override
  public String dumpText() {
    return TextDump.of(Dump.of(InspectionOptions.standard()));
  }

  @Override
  public String dumpJson() {
    return JsonDump.of(Dump.of(InspectionOptions.standard()));
  }

  @Override
  public String dump(boolean json, int maxTasks, int maxFrames, boolean locals) {
    InspectionOptions options =
        InspectionOptions.standard()
            .withMaxTasks(maxTasks)
            .withMaxFrames(maxFrames)
            .withLocals(locals);
    Dump dump = Dump.of(options);
    return json ? JsonDump.of(dump) : TextDump.of(dump);
  }
}
