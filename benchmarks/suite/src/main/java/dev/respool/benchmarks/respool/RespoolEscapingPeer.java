package dev.respool.benchmarks.respool;

import dev.respool.Coroutine;
import dev.respool.benchmarks.Peer;

/**
 * Respool's coroutines where something else holds them, as a scheduler does: C2 cannot do without
 * the object.
 */
public final class RespoolEscapingPeer implements Peer {
  private Coroutine<Integer, Integer> held;

  /** The peer; every JVM can run it. */
  public RespoolEscapingPeer() {}

  @Override
  public String name() {
    return "respool-escaping";
  }

  @Override
  public int createAndFinish(int x) {
    held = Coroutine.create(first -> first + 1);
    return held.resume(x);
  }

  @Override
  public int createAndYield(int x) {
    held =
        Coroutine.create(
            first -> {
              Coroutine.yield(first);
              return first + 1;
            });
    return held.resume(x) + held.resume();
  }
}
