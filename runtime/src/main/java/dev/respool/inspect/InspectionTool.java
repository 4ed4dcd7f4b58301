package dev.respool.inspect;

/**
 * Something that shows loops and coroutines to people or to other programs, and that a system
 * property can start: {@code -Ddev.respool.inspect.tools=management}. It is a service provider (see
 * {@link java.util.ServiceLoader}), found by the thread's context class loader when the first loop
 * of the process is made.
 */
public interface InspectionTool {
  /**
   * What the system property calls it.
   *
   * @return a short word
   */
  String name();

  /**
   * Starts it. A failure is logged and hurts nobody else.
   *
   * @throws Exception if it cannot start
   */
  void start() throws Exception;
}
