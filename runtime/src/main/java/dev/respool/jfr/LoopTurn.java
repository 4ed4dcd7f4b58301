package dev.respool.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** An event loop has turned. */
@Name("dev.respool.LoopTurn")
@Label("Loop Turn")
@Description(
    "An event loop has taken in what happened outside and has run the tasks that were runnable")
@Category({"Respool", "Event Loop"})
@Threshold("20 ms")
@StackTrace(false)
final class LoopTurn extends Event {
  @Label("Tasks Run")
  @Description("How many tasks have run, each until its next suspension")
  int tasksRun;

  @Label("Queue Length")
  @Description("How many tasks are runnable now, and run in the next turn")
  int queueLength;
}
