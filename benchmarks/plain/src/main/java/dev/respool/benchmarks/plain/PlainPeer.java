package dev.respool.benchmarks.plain;

import dev.respool.benchmarks.Ordinary;
import dev.respool.benchmarks.Peer;
import java.util.function.IntSupplier;

/**
 * No coroutines at all: where a peer would yield, a field is written, and what a peer parks is a
 * list of objects.
 */
public final class PlainPeer implements Peer {
  private static volatile int yielded;

  /** The peer; every JVM can run it. */
  public PlainPeer() {}

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public int fib(int n) {
    return fibonacci(n);
  }

  private static int fibonacci(int n) {
    if (n < 0) {
      yielded = n;
    }
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  @Override
  public int loop(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += small(i);
    }
    return sum;
  }

  private static int small(int i) {
    if (i < 0) {
      yielded = i;
    }
    return i ^ 0x55;
  }

  @Override
  public Object park(int depth) {
    return Activations.of(depth);
  }

  @Override
  public byte[] save(Object parked) {
    return ((Activations) parked).written();
  }

  @Override
  public Object restore(byte[] saved) {
    return Activations.read(saved);
  }

  @Override
  public int finish(Object parked) {
    return ((Activations) parked).finish();
  }

  @Override
  public IntSupplier ordinary(Ordinary program) {
    return Programs.of(program)::run;
  }
}
