package dev.respool.benchmarks.scale;

import dev.respool.Suspendable;
import dev.respool.benchmarks.ScalePeer;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Respool's event loop, tasks, timers and channels. */
public final class LoopScale implements ScalePeer {
  private static final int LONGEST_SLEEP = 1_000;

  private int counted;

  /** The peer; every JVM can run it. */
  public LoopScale() {}

  @Override
  public int ring(int coroutines, int messages) {
    return EventLoop.run(() -> passAround(coroutines, messages));
  }

  @Suspendable
  private static int passAround(int coroutines, int messages) {
    List<Channel<Integer>> ring = Stream.generate(LoopScale::channel).limit(coroutines).toList();
    Channel<Integer> last = Channel.rendezvous();
    for (int i = 0; i < coroutines; i++) {
      Channel<Integer> from = ring.get(i);
      Channel<Integer> to = ring.get((i + 1) % coroutines);
      Tasks.async(() -> forward(from, to, last, messages));
    }
    ring.get(0).send(0);
    int result = last.receive();
    ring.forEach(Channel::close);
    return result;
  }

  private static Channel<Integer> channel() {
    return Channel.rendezvous();
  }

  @Suspendable
  private static void forward(
      Channel<Integer> from, Channel<Integer> to, Channel<Integer> last, int messages) {
    for (Integer next = from.receiveOrNull(); next != null; next = from.receiveOrNull()) {
      if (next + 1 < messages) {
        to.send(next + 1);
      } else {
        last.send(next);
      }
    }
  }

  @Override
  public int timers(int coroutines) {
    counted = 0;
    EventLoop.run(
        () -> {
          for (int i = 0; i < coroutines; i++) {
            int milliseconds = 1 + i % LONGEST_SLEEP;
            Tasks.async(() -> sleep(milliseconds));
          }
        });
    return counted;
  }

  @Suspendable
  private void sleep(int milliseconds) {
    Tasks.sleep(Duration.ofMillis(milliseconds));
    counted++;
  }

  @Override
  public int turns(int coroutines, int turns) {
    counted = 0;
    EventLoop.run(
        () -> {
          for (int i = 0; i < coroutines; i++) {
            Tasks.async(() -> takeTurns(turns));
          }
        });
    return counted;
  }

  @Suspendable
  private void takeTurns(int turns) {
    for (int i = 0; i < turns; i++) {
      Tasks.yieldNow();
      counted++;
    }
  }
}
