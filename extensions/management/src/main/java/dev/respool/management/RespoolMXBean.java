package dev.respool.management;

import java.util.List;
import java.util.Map;

/**
 * The event loops and coroutines of this process. Numbers are those of all loops together. Each
 * read of an attribute looks at the loops, but not more often than once a second.
 */
public interface RespoolMXBean {
  /**
   * The loops that live.
   *
   * @return how many
   */
  int getLoopCount();

  /**
   * The loops that have not answered within a second.
   *
   * @return their numbers; a dump has the stacks of their threads
   */
  List<Long> getUnansweringLoops();

  /**
   * The tasks that may run.
   *
   * @return how many
   */
  long getRunnableTaskCount();

  /**
   * The tasks that wait.
   *
   * @return how many
   */
  long getWaitingTaskCount();

  /**
   * The tasks that have ended, of the loops that live.
   *
   * @return how many
   */
  long getEndedTaskCount();

  /**
   * The tasks that wait, by the sort of thing that they wait for.
   *
   * @return how many of each sort, such as {@code TIMER}; sorts without tasks are missing
   */
  Map<String, Long> getWaitingTaskCounts();

  /**
   * The turns of the loops that live.
   *
   * @return how many
   */
  long getTurnCount();

  /**
   * What other threads have handed to the loops and these have not taken in yet.
   *
   * @return how many actions
   */
  long getPostedActionCount();

  /**
   * Whether coroutines outside of loops are tracked.
   *
   * @return true if those that are created now are
   */
  boolean isCoroutineTracking();

  /**
   * Begins to track coroutines outside of loops, or ends it.
   *
   * @param tracked what to do; for its cost see {@code Inspection.trackCoroutines}
   */
  void setCoroutineTracking(boolean tracked);

  /**
   * The tasks that wait for each other.
   *
   * @return one line for each cycle
   */
  List<String> findDeadlocks();

  /**
   * What the watchdogs of the loops have told of late.
   *
   * @return one text for each, with the stack
   */
  List<String> getWatchdogReports();

  /**
   * All loops and tasks with their logical stacks and locals, for people.
   *
   * @return several lines
   */
  String dumpText();

  /**
   * The same, for programs.
   *
   * @return one JSON object
   */
  String dumpJson();

  /**
   * A dump of your choice.
   *
   * @param json whether it is JSON
   * @param maxTasks so many tasks of each loop are shown
   * @param maxFrames so many frames of each task are shown
   * @param locals whether frames have their locals
   * @return the dump
   * @throws IllegalArgumentException if a number is negative
   */
  String dump(boolean json, int maxTasks, int maxFrames, boolean locals);
}
