package dev.respool.benchmarks.respool;

import dev.respool.Coroutine;
import dev.respool.benchmarks.Ordinary;
import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.respool.kinds.Kinds;
import dev.respool.benchmarks.respool.ordinary.Program;
import dev.respool.benchmarks.respool.ordinary.Programs;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Respool in a process where the methods that run are also captured all the time: between the runs
 * that are measured, other coroutines suspend in the same methods, so that the runtime keeps them
 * ready for it. What that takes is part of the figure; where a capture takes some microseconds, it
 * is less than a hundredth.
 */
public final class RespoolAwakePeer implements Peer {
  private static final int AT_FIRST = 2_000;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

  private long captured;

  /** The peer; every JVM can run it. */
  public RespoolAwakePeer() {}

  @Override
  public String name() {
    return "respool-awake";
  }

  @Override
  public IntSupplier ordinary(Ordinary program) {
    Program measured = Programs.of(program);
    Program pausing = Programs.pausing(program);
    for (int i = 0; i < AT_FIRST; i++) {
      capture(pausing);
    }
    return () -> {
      if (System.nanoTime() - captured > PAUSE) {
        capture(pausing);
      }
      return Coroutine.<Object, Integer>create(first -> measured.run()).resume();
    };
  }

  @Override
  public void pollute() {
    Kinds.pollute();
  }

  private void capture(Program program) {
    Coroutine<Object, Object> coroutine = Coroutine.create(first -> program.run());
    coroutine.resume();
    if (coroutine.isDone()) {
      throw new IllegalStateException(program + " has not suspended");
    }
    while (!coroutine.isDone()) {
      coroutine.resume();
    }
    captured = System.nanoTime();
  }
}
