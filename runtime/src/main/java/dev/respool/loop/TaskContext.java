package dev.respool.loop;

/**
 * What another library keeps in thread locals and a task is to take along, such as the mapped
 * diagnostic context of a logger or the span of a tracer.
 *
 * <p>A task starts with what {@link #capture} returned in the code that started it. Before each
 * step of the task the loop restores what the task has. After the step it captures that again and
 * restores what the thread had.
 *
 * @param <S> what is captured; null is a value
 * @see EventLoop#addContext
 */
public interface TaskContext<S> {
  /**
   * What the current thread has now.
   *
   * @return a copy, or something that nobody changes
   */
  S capture();

  /**
   * Gives the current thread what was captured, in the place of what it has.
   *
   * @param captured a result of {@link #capture}, on whatever thread
   */
  void restore(S captured);
}
