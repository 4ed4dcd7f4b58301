package dev.respool.abi;

/**
 * Where an activation stands. It holds the class of the method, but no object of the program.
 *
 * @param method of the activation
 * @param point the number of the suspension point
 */
public record Position(SuspendableMethod method, int point) {

  /**
   * Where the innermost activation of a suspended continuation stands, or that of one that it has
   * resumed and waits for.
   *
   * @param continuation what to look at; it must not be resumed meanwhile
   * @return null if it has no frames
   */
  public static Position innermost(Continuation continuation) {
    for (Frame frame = continuation.innermost; frame != null; frame = frame.caller) {
      if (frame instanceof Relay relay) {
        Position inner = innermost(relay.inner());
        if (inner != null) {
          return inner;
        }
      } else if (frame.isActivation()) {
        return of(frame);
      }
    }
    return null;
  }

  /**
   * How many activations of a suspended continuation are captured, with those of one that it has
   * resumed and waits for.
   *
   * @param continuation what to look at; it must not be resumed meanwhile
   * @return 0 if it has no frames
   */
  public static int depth(Continuation continuation) {
    int depth = 0;
    for (Frame frame = continuation.innermost; frame != null; frame = frame.caller) {
      if (frame instanceof Relay relay) {
        depth += depth(relay.inner());
      } else if (frame.isActivation()) {
        depth++;
      }
    }
    return depth;
  }

  static Position of(Frame frame) {
    return new Position(frame.method(), frame.point);
  }

  /**
   * As people see it.
   *
   * @return class, method, file and line
   */
  public StackTraceElement element() {
    return method.describe().element(point);
  }

  /**
   * Which method has been called there and has not returned.
   *
   * @return its class and name, {@code dev.respool.loop.Tasks.sleep}
   */
  public String call() {
    Description.Called called = method.describe().points().get(point).called();
    return called.owner().replace('/', '.') + "." + called.name();
  }

  /** Whether it would run a {@code finally} block, or the like, if it were closed there. */
  boolean isGuarded() {
    return GuardedLines.of(method.owner()).contain(element().getLineNumber());
  }
}
