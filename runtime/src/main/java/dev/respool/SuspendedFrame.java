package dev.respool;

import java.util.List;

/**
 * One frame of a suspended coroutine.
 *
 * @param className the class, dotted
 * @param methodName the method as in the source
 * @param fileName the source file, or null if the class does not say
 * @param line the source line at which it waits, or -1 if the class does not say
 * @param locals the locals that are still needed, in the order of their declaration
 */
public record SuspendedFrame(
    String className, String methodName, String fileName, int line, List<LocalValue> locals) {

  /**
   * A local variable that is live.
   *
   * @param name as in the source, or {@code slotN} for classes without debug information
   * @param type field descriptor of its type (JVMS 4.3.2)
   * @param value its value; primitives are boxed
   */
  public record LocalValue(String name, String type, Object value) {
    @Override
    public String toString() {
      return name + "=" + value;
    }
  }

  @Override
  public String toString() {
    return className + "." + methodName + "(" + fileName + ":" + line + ") " + locals;
  }
}
