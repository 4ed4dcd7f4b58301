package dev.respool.benchmarks.quasar;

import co.paralleluniverse.fibers.SuspendExecution;

/** One of the two coroutines of W8. */
abstract class PingPong extends Task {
  final Rendezvous there;
  final Rendezvous back;
  final int rounds;
  long last = -1;

  PingPong(Rendezvous there, Rendezvous back, int rounds) {
    this.there = there;
    this.back = back;
    this.rounds = rounds;
  }

  /** Runs both. */
  static int last(int messages) {
    Rendezvous there = new Rendezvous();
    Rendezvous back = new Rendezvous();
    PingPong ping = new Ping(there, back, messages / 2);
    ping.start();
    new Pong(there, back, messages / 2).start();
    RunQueue.run();
    return (int) ping.last;
  }

  /** Who sends first. */
  private static final class Ping extends PingPong {
    Ping(Rendezvous there, Rendezvous back, int rounds) {
      super(there, back, rounds);
    }

    @Override
    protected Object run() throws SuspendExecution {
      for (int round = 0; round < rounds; round++) {
        there.send(this, last + 1);
        last = back.receive(this);
      }
      return null;
    }
  }

  /** Who answers. */
  private static final class Pong extends PingPong {
    Pong(Rendezvous there, Rendezvous back, int rounds) {
      super(there, back, rounds);
    }

    @Override
    protected Object run() throws SuspendExecution {
      for (int round = 0; round < rounds; round++) {
        back.send(this, there.receive(this) + 1);
      }
      return null;
    }
  }
}
