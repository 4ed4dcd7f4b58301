package dev.respool.inspect;

import java.time.Instant;
import java.util.List;

/**
 * All that can be seen of a process.
 *
 * @param pid the process
 * @param time when it was taken
 * @param loops its loops
 * @param tracksCoroutines whether coroutines outside of loops are {@linkplain
 *     Inspection#trackCoroutines tracked}
 * @param coroutines those that have been created since then and live
 */
public record Dump(
    long pid,
    Instant time,
    List<LoopPicture> loops,
    boolean tracksCoroutines,
    List<CoroutinePicture> coroutines) {

  /**
   * Takes it of this process.
   *
   * @param options how much to show, and how long to wait for the loops
   * @return the dump
   */
  public static Dump of(InspectionOptions options) {
    return new Dump(
        ProcessHandle.current().pid(),
        Instant.now(),
        Inspection.pictures(options),
        Inspection.isTrackingCoroutines(),
        Inspection.coroutines(options));
  }
}
