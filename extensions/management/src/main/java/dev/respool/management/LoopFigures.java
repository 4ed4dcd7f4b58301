package dev.respool.management;

import dev.respool.inspect.Inspection;
import dev.respool.inspect.InspectionOptions;
import dev.respool.inspect.LoopPicture;
import dev.respool.inspect.LoopStatus;
import dev.respool.inspect.WaitKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Numbers of all loops, which are asked at most once a second: whoever reads many attributes or
 * meters in a row gets them of one moment.
 */
final class LoopFigures {
  private static final long VALID_NANOS = Duration.ofSeconds(1).toNanos();
  private static final InspectionOptions COUNTS =
      InspectionOptions.counts().withTimeLimit(Duration.ofSeconds(1));

  private List<LoopPicture> loops; // null before the first look
  private long lookedAt;

  synchronized List<LoopPicture> loops() {
    if (loops == null || System.nanoTime() - lookedAt > VALID_NANOS) {
      loops = Inspection.pictures(COUNTS);
      lookedAt = System.nanoTime();
    }
    return loops;
  }

  long sum(ToLongFunction<LoopPicture> figure) {
    return loops().stream().mapToLong(figure).sum();
  }

  /** The numbers of those that did not answer. */
  List<Long> unanswering() {
    return loops().stream()
        .filter(loop -> loop.status() != LoopStatus.ANSWERED)
        .map(LoopPicture::number)
        .toList();
  }

  long waitingFor(WaitKind kind) {
    return sum(loop -> loop.counts().waitingFor().getOrDefault(kind, 0L));
  }

  Map<String, Long> waitingFor() {
    Map<String, Long> counts = new TreeMap<>();
    for (WaitKind kind : WaitKind.values()) {
      long count = waitingFor(kind);
      if (count > 0) {
        counts.put(kind.name(), count);
      }
    }
    return counts;
  }
}
