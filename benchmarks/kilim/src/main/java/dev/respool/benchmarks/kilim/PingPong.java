package dev.respool.benchmarks.kilim;

import kilim.Pausable;

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

  /** Runs both on a queue of their own. */
  static int last(int messages) {
    RunQueue queue = new RunQueue();
    Rendezvous there = new Rendezvous(queue);
    Rendezvous back = new Rendezvous(queue);
    PingPong ping = new Ping(there, back, messages / 2);
    queue.add(ping);
    queue.add(new Pong(there, back, messages / 2));
    queue.run();
    return (int) ping.last;
  }

  /** Who sends first. */
  private static final class Ping extends PingPong {
    Ping(Rendezvous there, Rendezvous back, int rounds) {
      super(there, back, rounds);
    }

    @Override
    public void execute() throws Pausable {
      for (int round = 0; round < rounds; round++) {
        there.send(this, last + 1);
        last = back.receive(this);
      }
    }
  }

  /** Who answers. */
  private static final class Pong extends PingPong {
    Pong(Rendezvous there, Rendezvous back, int rounds) {
      super(there, back, rounds);
    }

    @Override
    public void execute() throws Pausable {
      for (int round = 0; round < rounds; round++) {
        back.send(this, there.receive(this) + 1);
      }
    }
  }
}
