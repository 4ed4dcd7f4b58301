package dev.respool.abi;

import java.util.ArrayList;
import java.util.List;

/**
 * A suspended activation as people see it, read off a {@link Frame}.
 *
 * @param element class, method, file and line at which it is suspended
 * @param locals the live locals in the order of their slots
 */
public record Activation(StackTraceElement element, List<Local> locals) {

  /**
   * A live local and its value.
   *
   * @param name as in the source, or {@code slotN} if the class has no debug information
   * @param descriptor field descriptor of its type (JVMS 4.3.2)
   * @param value the value; primitives are boxed
   */
  public record Local(String name, String descriptor, Object value) {}

  /**
   * Reads the activations of a suspended continuation, innermost first. Those of one that it has
   * resumed, and for which it waits, are the first.
   *
   * @param continuation what to read; it must not be resumed meanwhile
   * @return empty if it was not started or is finished
   */
  public static List<Activation> of(Continuation continuation) {
    return of(continuation, Integer.MAX_VALUE, true);
  }

  /**
   * Reads the innermost activations of a suspended continuation.
   *
   * @param continuation what to read; it must not be resumed meanwhile
   * @param most how many
   * @param withLocals whether they have their locals
   * @return empty if it was not started or is finished
   */
  public static List<Activation> of(Continuation continuation, long most, boolean withLocals) {
    List<Activation> all = new ArrayList<>();
    read(continuation, most, withLocals, all);
    return all;
  }

  private static void read(
      Continuation continuation, long most, boolean withLocals, List<Activation> all) {
    Frame frame = continuation.innermost;
    for (; frame != null && all.size() < most; frame = frame.caller) {
      if (frame instanceof Relay relay) {
        read(relay.inner(), most, withLocals, all);
      } else if (frame.isActivation()) {
        Description description = frame.method().describe();
        if (!description.isAdapter()) {
          List<Local> locals = withLocals ? locals(frame, description) : List.of();
          all.add(new Activation(description.element(frame.point), locals));
        }
      }
    }
  }

  private static List<Local> locals(Frame frame, Description description) {
    List<Local> locals = new ArrayList<>();
    for (Description.Local local : description.points().get(frame.point).locals()) {
      Object value = Cells.read(frame, local.cell(), local.descriptor());
      locals.add(new Local(local.shownName(), local.descriptor(), value));
    }
    return locals;
  }
}
