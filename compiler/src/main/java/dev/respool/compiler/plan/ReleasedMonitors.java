package dev.respool.compiler.plan;

import java.util.Map;
import java.util.TreeMap;

/**
 * The monitors that a method gives up while it is suspended.
 *
 * @param ofMethod that of a synchronized method
 * @param enters what the stack map declares before each {@code monitorenter} that the resume method
 *     has to run again, by its index: the monitor's object on the stack, the objects of those that
 *     are held already, and what lives there in the resume method's copy of the code, if it has one
 *     of this instruction
 */
public record ReleasedMonitors(OfMethod ofMethod, Map<Integer, StackMap> enters) {
  /** None. */
  static final ReleasedMonitors NONE = new ReleasedMonitors(OfMethod.NONE, Map.of());

  /** The monitor that the JVM itself enters and exits (JVMS 2.11.10). */
  public enum OfMethod {
    /** The method is not synchronized. */
    NONE,
    /** That of the receiver. */
    RECEIVER,
    /** That of the class. */
    CLASS
  }

  /**
   * Whether one is given up at a suspension point.
   *
   * @param point of the method
   * @return true if the point gives up any
   */
  public boolean areHeldAt(SuspensionPoint point) {
    return ofMethod != OfMethod.NONE || !point.monitors().isEmpty();
  }

  /**
   * The type of a monitor's object, as the stack map knows it.
   *
   * @param enter the index of the {@code monitorenter}
   * @return a verification type
   */
  public Object type(int enter) {
    return enters.get(enter).stack().get(0);
  }

  @Override
  public String toString() {
    String method = ofMethod == OfMethod.NONE ? "" : "synchronized on its " + name() + "\n";
    return enters.isEmpty() ? method : method + "re-enters " + new TreeMap<>(enters) + "\n";
  }

  private String name() {
    return ofMethod == OfMethod.RECEIVER ? "receiver" : "class";
  }
}
