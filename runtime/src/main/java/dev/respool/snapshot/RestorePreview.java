package dev.respool.snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What restoring a snapshot would do with its frames.
 *
 * @param frames those of the saved coroutine first, innermost first, then those of the coroutines
 *     and generators that it refers to; empty if nothing of it has begun, or all has ended
 */
public record RestorePreview(List<Frames> frames) {

  /** What becomes of a frame, the best first. */
  public enum Outcome {
    /** Its code is the one that it was saved of. */
    GOES_ON("goes on"),

    /** It goes on in newer code. */
    MOVES("moves"),

    /** It goes on in the old class file, which {@link SnapshotPolicy#withCode} gives. */
    PINNED("is pinned"),

    /** It would go on in the old class file, but the policy does not give it. */
    NEEDS_PIN("needs a pin"),

    /** No code can continue it. */
    FAILS("fails");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }

    /** In words. */
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * The frames that stand at one place, such as those of a recursion.
   *
   * @param where class, method, file and line, as when they were saved
   * @param count how many there are
   * @param outcome of each of them
   * @param obstacle what {@link Snapshot#restore} would tell; there if they need a pin or fail
   */
  public record Frames(String where, int count, Outcome outcome, Optional<Obstacle> obstacle) {
    /** One line; with an obstacle, all that it says. */
    @Override
    public String toString() {
      String frames = count == 1 ? "" : " (" + count + " frames)";
      return outcome + frames + ": " + obstacle.map(Obstacle::toString).orElse(where);
    }
  }

  /**
   * Makes a preview of a copy of the list.
   *
   * @param frames by place
   */
  public RestorePreview {
    frames = List.copyOf(frames);
  }

  /**
   * What becomes of the snapshot.
   *
   * @return the worst of all frames
   */
  public Outcome outcome() {
    return frames.stream()
        .map(Frames::outcome)
        .max(Comparator.naturalOrder())
        .orElse(Outcome.GOES_ON);
  }

  /** The outcome, then a line for the frames of each place. */
  @Override
  public String toString() {
    return frames.stream()
        .map(at -> "\n  " + at)
        .collect(Collectors.joining("", outcome().toString(), ""));
  }
}
