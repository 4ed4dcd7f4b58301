package dev.respool.inspect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A loop at one moment.
 *
 * @param number of the loop in its process, from 1
 * @param threadName the thread that ran it when the picture was taken; null if none did
 * @param time when it was taken
 * @param status whether the loop has answered. If not, there are no tasks, counts and lengths
 * @param thread the thread of a loop that has not answered; null if it has, or no thread runs it
 * @param running the id of the task that a busy loop runs; 0 if that is not known
 * @param turns how many turns the loop has made
 * @param counts all tasks by state
 * @param queues how much it has to do
 * @param tasks the tasks that are shown, parents before their children, elder ones before younger
 * @param complete whether all tasks that were asked for are shown, and all are counted: false if
 *     there are more than were asked for, or the time was over
 * @param pages in how many portions the tasks were read. If it was one, the picture is consistent;
 *     if it were more, the loop has run between them
 * @param held for how long reading the tasks has kept the loop from running them
 */
public record LoopPicture(
    long number,
    String threadName,
    Instant time,
    LoopStatus status,
    ThreadPicture thread,
    long running,
    long turns,
    TaskCounts counts,
    QueueLengths queues,
    List<TaskPicture> tasks,
    boolean complete,
    int pages,
    Duration held) {

  /**
   * Which of the shown tasks wait for which.
   *
   * @return the graph
   */
  public WaitGraph waitGraph() {
    return new WaitGraph(tasks);
  }
}
