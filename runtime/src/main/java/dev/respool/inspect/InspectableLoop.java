package dev.respool.inspect;

/**
 * A loop that can be asked for a picture of itself. Event loops implement it; so can another
 * scheduler of coroutines, which then calls {@link Inspection#register}.
 */
public interface InspectableLoop {
  /**
   * The number of the loop in this process.
   *
   * @return what {@link Inspection#nextNumber} gave it
   */
  long number();

  /**
   * Takes a picture. Any thread may call this, a task of the loop too.
   *
   * <p>The loop's own thread reads its tasks, between two of its turns and in small portions, so
   * that the tasks are held up for about two milliseconds at a time. If nobody runs the loop, the
   * calling thread reads them. The call blocks until the picture is complete or {@link
   * InspectionOptions#timeLimit} is over. A loop that has not answered by then is shown with the
   * stack of its thread.
   *
   * @param options how much to show
   * @return a picture, also of a loop that does not answer
   */
  default LoopPicture inspect(InspectionOptions options) {
    return inspect(options, TaskFilter.ALL);
  }

  /**
   * Takes a picture with some of the tasks.
   *
   * @param options how much to show
   * @param filter which tasks to show
   * @return a picture as of {@link #inspect(InspectionOptions)}
   */
  LoopPicture inspect(InspectionOptions options, TaskFilter filter);

  /**
   * Halts the loop and runs it step by step.
   *
   * @return null of a loop that cannot be halted. Only loops in virtual time can
   */
  default LoopSteps steps() {
    return null;
  }
}
