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
 * One run of a {@link DoubleGenerator}: the iterator and, for the body, the yielder. It looks one
 * element ahead, no earlier than it is asked to.
 */
abstract non-sealed class DoubleGeneratorRun extends Producer
    implements CloseableDoubleIterator, DoubleYielder {
  private static final long RUN = Continuation.newStart();
  private static final LeafMethod YIELD = LeafMethod.of("yield", "(D)V");
  private static final LeafMethod HAS_NEXT = LeafMethod.of("hasNext", "()Z");
  private static final LeafMethod NEXT =
      LeafMethod.of("next", "()Ljava/lang/Object;", "()Ljava/lang/Double;");
  private static final LeafMethod NEXT_DOUBLE = LeafMethod.of("nextDouble", "()D");
  private static final LeafMethod CLOSE = LeafMethod.of("close", "()V");
  private static final OwnProfile<DoubleGeneratorRun> RUNS =
      new OwnProfile<>(MethodHandles.lookup(), DoubleGeneratorBody.class);

  private DoubleGeneratorBody body; // null once it has begun or was closed
  private boolean ready;

  DoubleGeneratorRun(DoubleGeneratorBody body) {
    this.body = body;
  }

  static DoubleGeneratorRun of(DoubleGeneratorBody body) {
    return RUNS.make(body);
  }

  @Override
  public boolean hasNext() {
    if (!ready) {
      ready = advance(HAS_NEXT);
    }
    return ready;
  }

  @Override
  public double nextDouble() {
    return next(NEXT_DOUBLE);
  }

  @Override
  public Double next() {
    return next(NEXT);
  }

  private double next(LeafMethod leaf) {
    if (ready) {
      ready = false;
    } else if (!advance(leaf)) {
      requireAlive();
    }
    return Double.longBitsToDouble(bits);
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
    carrier.prim = bits;
    return Double.longBitsToDouble(bits);
  }

  @Override
  protected Producer copy() {
    DoubleGeneratorRun copy = (DoubleGeneratorRun) another(body);
    copy.ready = ready;
    return copy;
  }

  @Override
  protected ContinuationHead head() {
    return new ContinuationHead(body, ready);
  }

  @Override
  protected void head(ContinuationHead head) {
    body = DoubleGeneratorBody.class.cast(head.body());
    ready = head.ready();
  }

  @Override
  protected Throwable unchecked(Throwable thrown) {
    return CoroutineException.unchecked(thrown);
  }

  /** Transformed code calls the variant in {@link Suspension} instead. */
  @Override
  @Suspendable
  public void yield(double next) {
    Suspension.suspend(this, YIELD);
    bits = Double.doubleToRawLongBits(next);
  }

  @Override
  public void close() {
    ready = false;
    try {
      Continuation.close(this, CLOSE);
      body = null;
    } catch (Throwable e) {
      throw CoroutineException.unchecked(e);
    }
  }

  @Override
  protected Object start(Carrier carrier, Object first) throws Exception {
    DoubleGeneratorBody begun = body;
    body = null;
    Carrier.call(begun, carrier, RUN, 0);
    begun.run(this);
    return null;
  }
}
