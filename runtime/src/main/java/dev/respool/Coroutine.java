package dev.respool;

import dev.respool.abi.Activation;
import dev.respool.abi.Carrier;
import dev.respool.abi.Continuation;
import dev.respool.abi.ContinuationHead;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Observation;
import dev.respool.abi.Suspension;
import dev.respool.abi.Tracked;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A coroutine that behaves as Lua's do. When it is resumed, it runs until it yields, returns or
 * throws.
 *
 * <p>Any thread may resume a coroutine, one at a time, and the coroutine then runs on that thread.
 * If two threads try at once, one succeeds and the other gets an {@link IllegalStateException}.
 *
 * @param <I> what it is resumed with
 * @param <O> what it yields and returns
 * @see <a href="https://www.lua.org/manual/5.4/manual.html#2.6">Lua 5.4 Reference Manual, 2.6</a>
 */
public final class Coroutine<I, O> extends Continuation implements AutoCloseable {
  private static final long RUN = Continuation.newStart();
  private static final long RUN_ACTION = Continuation.newStart();
  private static final LeafMethod YIELD =
      LeafMethod.of("yield", "(Ljava/lang/Object;)Ljava/lang/Object;");
  private static final LeafMethod YIELD_NOTHING = LeafMethod.of("yield", "()Ljava/lang/Object;");
  private static final LeafMethod RESUME =
      LeafMethod.of("resume", "(Ljava/lang/Object;)Ljava/lang/Object;");
  private static final LeafMethod RESUME_NOTHING = LeafMethod.of("resume", "()Ljava/lang/Object;");
  private static final LeafMethod APPLY =
      LeafMethod.of("apply", "(Ljava/lang/Object;)Ljava/lang/Object;");
  private static final LeafMethod CLOSE = LeafMethod.of("close", "()V");

  /** The states of {@code coroutine.status}. */
  public enum Status {
    /** Not started, or waiting in a yield. */
    SUSPENDED,
    /** The innermost running coroutine of some thread. */
    RUNNING,
    /** Has resumed another coroutine and waits for it. */
    NORMAL,
    /** Returned, threw or was closed. */
    DEAD
  }

  private Object body; // null once it has begun or was closed: its frames hold what it needs

  /**
   * @param body null for one that has begun
   */
  private Coroutine(Object body) {
    this.body = body;
    Observation.created(this, body);
    Tracked.created(this);
  }

  private static Object required(Object body) {
    return Objects.requireNonNull(body, "the body of a coroutine is null");
  }

  /**
   * Makes a coroutine, as {@code coroutine.create} does in Lua. It does not start before it is
   * resumed.
   *
   * @param body what it runs
   * @param <I> what it is resumed with
   * @param <O> what it yields and returns
   * @return a suspended coroutine
   */
  public static <I, O> Coroutine<I, O> create(CoroutineBody<I, O> body) {
    return new Coroutine<>(required(body));
  }

  /**
   * Makes a coroutine whose body has neither parameter nor result.
   *
   * @param body what it runs
   * @return a suspended coroutine; its last {@code resume} returns null
   */
  public static Coroutine<Object, Object> create(CoroutineAction body) {
    return new Coroutine<>(required(body));
  }

  /**
   * Makes a coroutine and returns the function that resumes it, as {@code coroutine.wrap} does.
   *
   * @param body what it runs
   * @param <I> what it is resumed with
   * @param <O> what it yields and returns
   * @return a function that behaves as {@link #resume(Object)}
   */
  public static <I, O> Function<I, O> wrap(CoroutineBody<I, O> body) {
    return new Wrapped<>(create(body));
  }

  /**
   * Starts or continues the body, until it yields, returns or throws. In Lua this is {@code
   * coroutine.resume}.
   *
   * @param value at first the body's parameter; later what the pending yield returns
   * @return what it yields or returns
   * @throws IllegalStateException if it is dead, running or normal
   * @throws CoroutineException if the body throws a checked exception, which is its cause; an
   *     unchecked exception is thrown as it is
   */
  public O resume(I value) {
    return resume(RESUME, value);
  }

  /**
   * Resumes with null.
   *
   * @return what it yields or returns
   * @see #resume(Object)
   */
  public O resume() {
    return resume(RESUME_NOTHING, null);
  }

  @SuppressWarnings("unchecked")
  private O resume(LeafMethod leaf, Object value) {
    try {
      return (O) Continuation.resume(this, leaf, value);
    } catch (Throwable e) {
      throw CoroutineException.unchecked(e);
    }
  }

  /**
   * Suspends the running coroutine, as {@code coroutine.yield} does.
   *
   * @param value what the pending {@code resume} returns
   * @param <I> the type that the coroutine is resumed with; unchecked
   * @return the value of the next {@code resume}
   * @throws IllegalStateException outside any coroutine
   * @throws NotSuspendableException if a frame between here and the body cannot be captured
   */
  @Suspendable
  public static <I> I yield(Object value) {
    return Suspension.suspend(Suspension.enter(), YIELD, value);
  }

  /**
   * Yields null.
   *
   * @param <I> the type that the coroutine is resumed with; unchecked
   * @return the value of the next {@code resume}
   * @see #yield(Object)
   */
  @Suspendable
  public static <I> I yield() {
    return Suspension.suspend(Suspension.enter(), YIELD_NOTHING, null);
  }

  /**
   * The innermost coroutine that runs on the current thread, as {@code coroutine.running}.
   *
   * @return null outside coroutines
   */
  public static Coroutine<?, ?> running() {
    return Continuation.current() instanceof Coroutine<?, ?> coroutine ? coroutine : null;
  }

  /**
   * Whether a yield here would succeed, as {@code coroutine.isyieldable}. The answer is exact. It
   * takes long, because every frame of the stack down to the body is looked at.
   *
   * @return false outside coroutines and where a frame is in the way
   */
  public static boolean isYieldable() {
    return Suspension.isPossible();
  }

  /**
   * The state, as {@code coroutine.status}.
   *
   * @return the state at this moment; if another thread runs the coroutine, it may change at once
   */
  public Status status() {
    if (Continuation.isDead(this)) {
      return Status.DEAD;
    }
    if (Continuation.isSuspended(this)) {
      return Status.SUSPENDED;
    }
    return Continuation.isNormal(this) ? Status.NORMAL : Status.RUNNING;
  }

  /**
   * Whether it is dead.
   *
   * @return true once it returned, threw or was closed
   */
  public boolean isDone() {
    return Continuation.isDead(this);
  }

  /**
   * Ends a suspended coroutine, as {@code coroutine.close} does. Its {@code finally} blocks run on
   * this thread, those of try-with-resources too. They must not yield. In the code of a task they
   * may wait for the event loop: the task is suspended then. Closing a dead coroutine does nothing.
   *
   * <p>The {@code finally} blocks of a suspended coroutine that the garbage collector finds never
   * run. With the system property {@code dev.respool.dropped} set to {@code true}, the runtime logs
   * where such a coroutine was suspended.
   *
   * @throws IllegalStateException if it is running or normal
   * @throws CoroutineException if a {@code finally} block throws a checked exception
   */
  @Override
  public void close() {
    try {
      Continuation.close(this, CLOSE);
      body = null;
    } catch (Throwable e) {
      throw CoroutineException.unchecked(e);
    }
  }

  /**
   * Makes a second coroutine at the same point. Both go on by themselves from there: each has its
   * own local variables, and what these refer to is shared. So a search tries one way in the
   * coroutine and another in its copy.
   *
   * <p>Copied too is what the program cannot name: the iterator of a for-each loop, and the run of
   * a generator that such a loop goes through. Where it is the iterator of a collection of {@code
   * java.util}, both coroutines go through the elements that were left, and see no later change of
   * the collection. A copy of a new coroutine starts the same body; that of a dead one is dead.
   *
   * @return a coroutine with the status of this one
   * @throws IllegalStateException if it is running or normal; or if a local without a name holds an
   *     iterator that cannot be copied, if it is suspended in a constructor, or if it has released
   *     monitors: the message says where
   */
  public Coroutine<I, O> fork() {
    Coroutine<I, O> copy = new Coroutine<>(body);
    Continuation.fork(this, copy);
    return copy;
  }

  /**
   * The logical frames of a suspended coroutine with their live locals, innermost first.
   *
   * @return empty if it has not started or is dead
   * @throws IllegalStateException if it is running or normal
   */
  public List<SuspendedFrame> frames() {
    return activations().stream().map(Coroutine::frame).toList();
  }

  /**
   * The logical stack trace of a suspended coroutine, innermost first.
   *
   * @return empty if it has not started or is dead
   * @throws IllegalStateException if it is running or normal
   */
  public StackTraceElement[] stackTrace() {
    return activations().stream().map(Activation::element).toArray(StackTraceElement[]::new);
  }

  private List<Activation> activations() {
    if (!isDone() && !Continuation.isSuspended(this) && !Continuation.isWaiting(this)) {
      throw new IllegalStateException(
          "cannot look into a running coroutine: its frames are on the stack of its thread");
    }
    return Activation.of(this);
  }

  private static SuspendedFrame frame(Activation activation) {
    StackTraceElement at = activation.element();
    List<SuspendedFrame.LocalValue> locals =
        activation.locals().stream()
            .map(l -> new SuspendedFrame.LocalValue(l.name(), l.descriptor(), l.value()))
            .toList();
    return new SuspendedFrame(
        at.getClassName(), at.getMethodName(), at.getFileName(), at.getLineNumber(), locals);
  }

  @Override
  protected ContinuationHead head() {
    return new ContinuationHead(body, false);
  }

  @Override
  protected void head(ContinuationHead head) {
    Object given = head.body();
    body = given instanceof CoroutineAction ? given : CoroutineBody.class.cast(given);
  }

  @Override
  protected Throwable unchecked(Throwable thrown) {
    return CoroutineException.unchecked(thrown);
  }

  @Override
  @SuppressWarnings("unchecked")
  protected Object start(Carrier carrier, Object first) throws Exception {
    Object begun = body;
    body = null;
    if (begun instanceof CoroutineBody<?, ?> function) {
      Carrier.call(begun, carrier, RUN, 0);
      return ((CoroutineBody<Object, Object>) function).run(first);
    }
    Carrier.call(begun, carrier, RUN_ACTION, 0);
    ((CoroutineAction) begun).run();
    return null;
  }

  /** A snapshot writes the coroutine in its own way. */
  @SuppressWarnings("serial")
  private record Wrapped<I, O>(Coroutine<I, O> coroutine) implements Function<I, O>, Serializable {
    @Override
    public O apply(I value) {
      return coroutine.resume(APPLY, value);
    }
  }
}
