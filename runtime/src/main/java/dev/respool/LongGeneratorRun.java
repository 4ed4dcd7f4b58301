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
 * One run of a {@link LongGenerator}: the iterator and, for the body, the yielder. It looks one
 * element ahead, no earlier than it is asked to.
 */
abstract non-sealed class LongGeneratorRun extends Producer
    implements CloseableLongIterator, LongYielder {
  private static final long RUN = Continuation.newStart();
  private static final LeafMethod YIELD = LeafMethod.of("yield", "(J)V");
  private static final LeafMethod HAS_NEXT = LeafMethod.of("hasNext", "()Z");
  private static final LeafMethod NEXT =
      LeafMethod.of("next", "()Ljava/lang/Object;", "()Ljava/lang/Long;");
  private static final LeafMethod NEXT_LONG = LeafMethod.of("nextLong", "()J");
  private static final LeafMethod CLOSE = LeafMethod.of("close", "()V");
  private static final OwnProfile<LongGeneratorRun> RUNS =
      new OwnProfile<>(MethodHandles.lookup(), LongGeneratorBody.class);

  private LongGeneratorBody body; // null once it has begun or was closed
  private boolean ready;

  LongGeneratorRun(LongGeneratorBody body) {
    this.body = body;
  }

  static LongGeneratorRun of(LongGeneratorBody body) {
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
  public long nextLong() {
    return next(NEXT_LONG);
  }

  @Override
  public Long next() {
    return next(NEXT);
  }

  private long next(LeafMethod leaf) {
    if (ready) {
      ready = false;
    } else if (!advance(leaf)) {
      requireAlive();
    }
    return bits;
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
    return bits;
  }

  @Override
  protected Producer copy() {
    LongGeneratorRun copy = (LongGeneratorRun) another(body);
    copy.ready = ready;
    return copy;
  }

  @Override
  protected ContinuationHead head() {
    return new ContinuationHead(body, ready);
  }

  @Override
  protected void head(ContinuationHead head) {
    body = LongGeneratorBody.class.cast(head.body());
    ready = head.ready();
  }

  @Override
  protected Throwable unchecked(Throwable thrown) {
    return CoroutineException.unchecked(thrown);
  }

  /** Transformed code calls the variant in {@link Suspension} instead. */
  @Override
  @Suspendable
  public void yield(long next) {
    Suspension.suspend(this, YIELD);
    bits = next;
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
    LongGeneratorBody begun = body;
    body = null;
    Carrier.call(begun, carrier, RUN, 0);
    begun.run(this);
    return null;
  }
}
