package dev.respool;

import dev.respool.abi.Carrier;
import dev.respool.abi.Continuation;
import dev.respool.abi.ContinuationHead;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.OwnProfile;
import dev.respool.abi.Producer;
import dev.respool.abi.Suspension;
import java.lang.invoke.MethodHandles;

/**
 * One run of a generator: the iterator and, for the body, the yielder. It looks one element ahead,
 * no earlier than it is asked to.
 */
abstract non-sealed class GeneratorRun<T> extends Producer
    implements CloseableIterator<T>, Yielder<T> {
  private static final long RUN = Continuation.newStart();
  private static final LeafMethod YIELD = LeafMethod.of("yield", "(Ljava/lang/Object;)V");
  private static final LeafMethod HAS_NEXT = LeafMethod.of("hasNext", "()Z");
  private static final LeafMethod CLOSE = LeafMethod.of("close", "()V");
  private static final LeafMethod NEXT = LeafMethod.of("next", "()Ljava/lang/Object;");
  private static final OwnProfile<GeneratorRun<?>> RUNS =
      new OwnProfile<>(MethodHandles.lookup(), GeneratorBody.class);

  private GeneratorBody<T> body; // null once it has begun or was closed
  private boolean ready;

  GeneratorRun(GeneratorBody<T> body) {
    this.body = body;
  }

  @SuppressWarnings("unchecked") // all that a run of its own kind knows of T is its body
  static <T> GeneratorRun<T> of(GeneratorBody<T> body) {
    return (GeneratorRun<T>) RUNS.make(body);
  }

  @Override
  public boolean hasNext() {
    if (!ready) {
      ready = advance(HAS_NEXT);
    }
    return ready;
  }

  @Override
  @SuppressWarnings("unchecked")
  public T next() {
    if (ready) {
      ready = false;
    } else if (!advance(NEXT)) {
      requireAlive();
    }
    return (T) takeElement();
  }

  private Object takeElement() {
    Object next = element;
    element = null;
    return next;
  }

  private boolean advance(LeafMethod leaf) {
    try {
      return Producer.advance(this, leaf);
    } catch (Throwable e) {
      throw CoroutineException.unchecked(e);
    }
  }

  @Override
  protected Object completed(LeafMethod pending, Object out, Carrier carrier) {
    if (pending == HAS_NEXT) {
      ready = !Continuation.isDead(this);
      carrier.prim = ready ? 1 : 0;
      return null;
    }
    requireAlive();
    return takeElement();
  }

  @Override
  @SuppressWarnings("unchecked")
  protected Producer copy() {
    GeneratorRun<T> copy = (GeneratorRun<T>) another(body);
    copy.ready = ready;
    return copy;
  }

  @Override
  protected ContinuationHead head() {
    return new ContinuationHead(body, ready);
  }

  @Override
  @SuppressWarnings("unchecked")
  protected void head(ContinuationHead head) {
    body = (GeneratorBody<T>) GeneratorBody.class.cast(head.body());
    ready = head.ready();
  }

  @Override
  protected Throwable unchecked(Throwable thrown) {
    return CoroutineException.unchecked(thrown);
  }

  /** Transformed code calls the variant in {@link Suspension} instead. */
  @Override
  @Suspendable
  public void yield(T next) {
    Suspension.suspend(this, YIELD);
    element = next;
  }

  @Override
  public void close() {
    ready = false;
    element = null;
    try {
      Continuation.close(this, CLOSE);
      body = null;
    } catch (Throwable e) {
      throw CoroutineException.unchecked(e);
    }
  }

  @Override
  protected Object start(Carrier carrier, Object first) throws Exception {
    GeneratorBody<T> begun = body;
    body = null;
    Carrier.call(begun, carrier, RUN, 0);
    begun.run(this);
    return null;
  }
}
