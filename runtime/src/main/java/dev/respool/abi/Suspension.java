package dev.respool.abi;

/**
 * What the runtime's own suspending methods are made of, and the variants of the shortest of them,
 * which transformed code calls in their place with its carrier; resume methods call those of {@link
 * SuspensionAgain}.
 *
 * <p>Such a method is not transformed. It calls {@link #enter} first and {@link #suspend} last, and
 * nothing of it runs after the resumption: the value that the continuation is resumed with is the
 * method's result.
 */
public final class Suspension {
  private Suspension() {}

  /**
   * Reads and clears the token that the caller left; the first statement of a suspending method, on
   * every path.
   *
   * @return the current thread's carrier
   */
  public static Carrier enter() {
    Carrier carrier = CarrierTable.current();
    carrier.entered = carrier.take();
    return carrier;
  }

  /**
   * Begins to suspend the running continuation; the caller must return at once.
   *
   * @param carrier from {@link #enter}
   * @param leaf the calling method
   * @param out handed to whoever resumed the continuation, after all frames are unwound
   * @param <T> the type of the value to be resumed with
   * @return null
   * @throws IllegalStateException outside any continuation; or in one that is being closed, unless
   *     it waits for its host
   * @throws RuntimeException a {@code NotSuspendableException}, if the caller cannot be captured
   */
  public static <T> T suspend(Carrier carrier, LeafMethod leaf, Object out) {
    requireSuspendable(carrier, out);
    int token = carrier.entered;
    boolean proven = leaf.proven().told(token);
    if ((!proven || SuspendableMethod.ALWAYS_LOOK) && isResumedAtOnce(carrier, leaf, token)) {
      return null;
    }
    carrier.suspending = 1;
    carrier.out = out;
    return null;
  }

  /**
   * Begins to suspend the running continuation in a method that has resumed another one, which
   * waits for its host; what is handed out is in the carrier. The method has taken no token: others
   * have entered meanwhile.
   *
   * @return false if there is nothing to capture and the method goes on at once
   */
  static boolean suspend(Carrier carrier, LeafMethod leaf, Relay relay) {
    Object request = carrier.takeOut();
    requireSuspendable(carrier, request);
    carrier.append(relay);
    try {
      if (isResumedAtOnce(carrier, leaf, 0)) {
        carrier.drop();
        return false;
      }
    } catch (RuntimeException refusal) {
      carrier.drop();
      throw refusal;
    }
    carrier.suspending = 1;
    carrier.out = request;
    return true;
  }

  /** Whether there is nothing to capture and the caller goes on at once. */
  private static boolean isResumedAtOnce(Carrier carrier, LeafMethod leaf, int token) {
    CallerCheck.Answer answer = CallerCheck.ofLeaf(leaf);
    RuntimeException refusal = answer.refusal();
    if (refusal != null && refusal != AutoEntry.RESUME) {
      throw LogicalTrace.fromCaller(refusal);
    }
    if (refusal == null) {
      carrier.unwindsDormant();
      Look look = new Look();
      carrier.append(look);
      if (answer.isProof() && token < 0) {
        carrier.claim = new Claim(token, leaf.proven(), look);
      }
    }
    return refusal != null;
  }

  /** What is being closed may wait for its host, and may not yield. */
  private static void requireSuspendable(Carrier carrier, Object out) {
    if (!(out instanceof HostRequest && carrier.isRunningAny())) {
      requireYieldable(carrier);
    }
  }

  static Carrier requireYieldable(Carrier carrier) {
    if (carrier.isClosing() && !(AutoEntry.ON && !carrier.isRunningAny())) {
      throw LogicalTrace.fromCaller(notYieldable(carrier));
    }
    return carrier;
  }

  private static IllegalStateException notYieldable(Carrier carrier) {
    return new IllegalStateException(
        carrier.isRunningAny()
            ? "attempt to yield from a coroutine that is being closed"
            : "attempt to yield from outside a coroutine: start one with Coroutine.create,"
                + " Generator.of or EventLoop.run and yield in its body");
  }

  /**
   * {@code Coroutine.yield(value)} for transformed code.
   *
   * @param value handed to whoever resumed the coroutine
   * @param carrier of the calling activation; {@link Carrier#DORMANT} if that is dormant
   * @return null
   * @throws IllegalStateException as for {@link #suspend}
   */
  public static Object yieldValue(Object value, Carrier carrier) {
    requireYieldable(Carrier.orCurrent(carrier));
    begin(carrier).out = value;
    return null;
  }

  /** Begins to suspend; a calling activation that is dormant has no carrier of its own. */
  private static Carrier begin(Carrier carrier) {
    Carrier own = carrier;
    if (own == Carrier.DORMANT) {
      own = CarrierTable.current();
      own.unwindsDormant();
    }
    own.suspending = 1;
    return own;
  }

  /**
   * {@code Coroutine.yield()} for transformed code.
   *
   * @param carrier of the calling activation; {@link Carrier#DORMANT} if that is dormant
   * @return null
   * @throws IllegalStateException as for {@link #suspend}
   */
  public static Object yieldNothing(Carrier carrier) {
    return yieldValue(null, carrier);
  }

  /**
   * {@code yielder.yield(element)} for transformed code, where the yielder is a {@link Producer}.
   *
   * @param yielder what is to get the element
   * @param element the element
   * @param carrier of the calling activation; {@link Carrier#DORMANT} if that is dormant
   * @throws IllegalStateException if it is not the yielder that runs
   */
  public static void yieldTo(Object yielder, Object element, Carrier carrier) {
    Producer producer = running(yielder, Carrier.orCurrent(carrier));
    begin(carrier);
    producer.element = element;
  }

  /**
   * Does the same for an int.
   *
   * @param yielder what is to get the element
   * @param element the element
   * @param carrier of the calling activation; {@link Carrier#DORMANT} if that is dormant
   * @throws IllegalStateException if it is not the yielder that runs
   */
  public static void yieldTo(Object yielder, int element, Carrier carrier) {
    yieldTo(yielder, (long) element, carrier);
  }

  /**
   * Does the same for a long.
   *
   * @param yielder what is to get the element
   * @param element the element
   * @param carrier of the calling activation; {@link Carrier#DORMANT} if that is dormant
   * @throws IllegalStateException if it is not the yielder that runs
   */
  public static void yieldTo(Object yielder, long element, Carrier carrier) {
    Producer producer = running(yielder, Carrier.orCurrent(carrier));
    begin(carrier);
    producer.bits = element;
  }

  /**
   * Does the same for a double.
   *
   * @param yielder what is to get the element
   * @param element the element
   * @param carrier of the calling activation; {@link Carrier#DORMANT} if that is dormant
   * @throws IllegalStateException if it is not the yielder that runs
   */
  public static void yieldTo(Object yielder, double element, Carrier carrier) {
    yieldTo(yielder, Double.doubleToRawLongBits(element), carrier);
  }

  static Producer running(Object yielder, Carrier carrier) {
    Producer producer = (Producer) yielder;
    if (producer.state != carrier.place) {
      throw LogicalTrace.fromCaller(notYieldable(producer, carrier));
    }
    return producer;
  }

  private static IllegalStateException notYieldable(Producer producer, Carrier carrier) {
    return producer.state == Continuation.CLOSING && carrier.isClosing()
        ? notYieldable(carrier)
        : new IllegalStateException(
            "attempt to yield to a generator from outside its body: call yield in the code that the"
                + " generator runs, not in another coroutine inside it or after its end");
  }

  /**
   * A yield to a producer by code that is not transformed, or that reaches it in a roundabout way.
   *
   * @param producer what is to get the element
   * @param leaf the calling method
   * @throws IllegalStateException if it is not the producer that runs
   * @throws RuntimeException a {@code NotSuspendableException}, if the caller cannot be captured
   */
  public static void suspend(Producer producer, LeafMethod leaf) {
    Carrier carrier = enter();
    running(producer, carrier);
    suspend(carrier, leaf, null);
  }

  /**
   * Whether a suspension here would succeed: looks at every frame down to the innermost
   * continuation's start.
   *
   * @return false outside any continuation
   */
  public static boolean isPossible() {
    Carrier carrier = CarrierTable.current();
    return !carrier.isClosing() && CallerCheck.allTransformed();
  }
}
