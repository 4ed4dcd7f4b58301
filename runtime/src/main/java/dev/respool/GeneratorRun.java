package dev.respool;

import dev.respool.abi.Carrier;
import dev.respool.abi.Continuation;
import dev.respool.abi.Suspension;
import dev.respool.abi.Token;
import java.util.NoSuchElementException;

/**
 * One run of a generator: the iterator and, for the body, the yielder. It looks one element ahead,
 * no earlier than it is asked to.
 */
final class GeneratorRun<T> extends Continuation implements CloseableIterator<T>, Yielder<T> {
  private static final int RUN = Token.of("run", "(Ldev/respool/Yielder;)V");
  private static final int YIELD = Token.of("yield", "(Ljava/lang/Object;)V");

  private final GeneratorBody<T> body;
  private Object next;
  private boolean ready;

  GeneratorRun(GeneratorBody<T> body) {
    this.body = body;
  }

  @Override
  public boolean hasNext() {
    if (ready) {
      return true;
    }
    if (Continuation.isDead(this)) {
      return false;
    }
    next = advance();
    ready = !Continuation.isDead(this);
    return ready;
  }

  @Override
  @SuppressWarnings("unchecked")
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the generator has ended");
    }
    T element = (T) next;
    ready = false;
    next = null;
    return element;
  }

  private Object advance() {
    try {
      return Continuation.resume(this, null, 0);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new CoroutineException(e);
    }
  }

  @Override
  @Suspendable
  public void yield(T element) {
    Carrier carrier = Suspension.enter();
    if (Continuation.current() != this) {
      throw new IllegalStateException(
          "attempt to yield to a generator from outside its body: call yield in the code that the"
              + " generator runs, not in another coroutine inside it or after its end");
    }
    Suspension.suspend(carrier, YIELD, element);
  }

  @Override
  public void close() {
    ready = false;
    next = null;
    try {
      Continuation.close(this);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new CoroutineException(e);
    }
  }

  @Override
  protected Object start(Carrier carrier, Object first) throws Exception {
    carrier.token = RUN;
    body.run(this);
    return null;
  }

  @Override
  protected RuntimeException notSuspendable(String message) {
    return new NotSuspendableException(message);
  }
}
