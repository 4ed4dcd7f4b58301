package dev.respool.benchmarks.scale;

import dev.respool.benchmarks.Peers;
import dev.respool.benchmarks.ScalePeer;
import dev.respool.benchmarks.fork.Extent;
import java.util.Locale;

/** What is asked of the event loops, how much of it, and the right answer. */
enum ScaleQuestion {
  /** A message goes from coroutine to coroutine. */
  RING(1_000_000, "ns", 1e0) {
    @Override
    long answer(String peer, int size) {
      return peer(peer).ring(size / 100, size);
    }

    @Override
    long rightAnswer(int size) {
      return size - 1L;
    }
  },
  /** All coroutines sleep at the same time, for at most a second. */
  TIMERS(1_000_000, "ms", 1e-6) {
    @Override
    long answer(String peer, int size) {
      return peer(peer).timers(size);
    }

    @Override
    long rightAnswer(int size) {
      return size;
    }
  },
  /** A coroutine lets the others run. */
  TURNS(10_000_000, "ns", 1e0) {
    @Override
    long answer(String peer, int size) {
      return peer(peer).turns(size / 10_000, 10_000);
    }

    @Override
    long rightAnswer(int size) {
      return size;
    }
  },
  /** W7, on the peer's own loop. */
  SKYNET(1_000_000, "ms", 1e-6) {
    @Override
    long answer(String peer, int size) {
      return Peers.named(peer).skynet(size);
    }

    @Override
    long rightAnswer(int size) {
      return size * (size - 1L) / 2;
    }
  };

  private final int size;
  private final String unit;
  private final double perNanosecond;

  ScaleQuestion(int size, String unit, double perNanosecond) {
    this.size = size;
    this.unit = unit;
    this.perNanosecond = perNanosecond;
  }

  abstract long answer(String peer, int size);

  abstract long rightAnswer(int size);

  int size(Extent extent) {
    return extent.of(size);
  }

  String unit() {
    return unit;
  }

  /** The time in the question's unit: of everything, or of one message or turn. */
  double inUnit(double nanoseconds, int size) {
    return nanoseconds * perNanosecond / (unit.equals("ns") ? size : 1);
  }

  /** The name of the figure. */
  String title() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /**
   * A peer of the event loops.
   *
   * @throws IllegalStateException if it cannot run here
   */
  static ScalePeer peer(String name) {
    return switch (name) {
      case "respool-loop" -> new LoopScale();
      case "threads" -> new ThreadScale();
      default -> (ScalePeer) Peers.named(name);
    };
  }
}
