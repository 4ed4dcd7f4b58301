package dev.respool.snapshot;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A coroutine cannot be saved, or a snapshot cannot be read or restored. If it cannot be saved, all
 * obstacles are told. If it cannot be restored, all those of one sort are: frames that cannot go
 * on, classes that the policy does not allow, or values of other types than their locals. Reading
 * the objects ends at the first that cannot be read for another reason.
 */
public final class SnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // immutable lists are
  private final List<Obstacle> obstacles;

  SnapshotException(String what, List<Obstacle> obstacles) {
    super(
        obstacles.stream()
            .map(obstacle -> "\n  " + obstacle)
            .collect(Collectors.joining("", what + ":", "")));
    this.obstacles = List.copyOf(obstacles);
  }

  SnapshotException(String what, Obstacle obstacle) {
    this(what, List.of(obstacle));
  }

  /** What was thrown is in the messages of obstacles, too; the first is the cause. */
  SnapshotException causedBy(List<? extends Throwable> thrown) {
    for (Throwable each : thrown) {
      if (getCause() == null) {
        initCause(each);
      } else {
        addSuppressed(each);
      }
    }
    return this;
  }

  static SnapshotException unreadable(String why, String remedy) {
    return new SnapshotException("cannot read the snapshot", Obstacle.of(why, remedy));
  }

  /**
   * What stands in the way.
   *
   * @return at least one
   */
  public List<Obstacle> obstacles() {
    return obstacles;
  }
}
