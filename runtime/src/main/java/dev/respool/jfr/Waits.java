package dev.respool.jfr;

import dev.respool.abi.Continuation;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The events that have begun when a continuation was suspended, and end when it is resumed. A
 * continuation that is dropped meanwhile takes its event along.
 *
 * <p>Any threads; several maps, so that they seldom meet.
 */
final class Waits {
  private static final int MAPS = 32;

  private final Object[] maps = new Object[MAPS];

  Waits() {
    for (int i = 0; i < MAPS; i++) {
      maps[i] = new WeakHashMap<Continuation, CoroutineResume>();
    }
  }

  /** It waits from now on. */
  void begin(Continuation continuation) {
    CoroutineResume event = new CoroutineResume();
    event.begin();
    Map<Continuation, CoroutineResume> map = of(continuation);
    synchronized (map) {
      map.put(continuation, event);
    }
  }

  /** It waits no more; null if it has begun before there was somebody to tell. */
  CoroutineResume take(Continuation continuation) {
    Map<Continuation, CoroutineResume> map = of(continuation);
    synchronized (map) {
      return map.remove(continuation);
    }
  }

  @SuppressWarnings("unchecked") // an array cannot have elements of a parameterized type
  private Map<Continuation, CoroutineResume> of(Continuation continuation) {
    return (Map<Continuation, CoroutineResume>) maps[System.identityHashCode(continuation) % MAPS];
  }
}
