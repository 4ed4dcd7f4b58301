package dev.respool.it.agent;

import dev.respool.Suspendable;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;

/** Two tasks that pass a number to and fro, without timers, contexts and cancellations. */
final class LoopInliningMain {
  private static final int ROUNDS = 200_000;

  private LoopInliningMain() {}

  public static void main(String[] arguments) {
    long last =
        EventLoop.run(
            () -> {
              Channel<Long> there = Channel.rendezvous();
              Channel<Long> back = Channel.rendezvous();
              Tasks.async(() -> reply(there, back));
              return ask(there, back);
            });
    System.out.println(last);
  }

  @Suspendable
  private static long ask(Channel<Long> there, Channel<Long> back) {
    long last = 0;
    for (int i = 0; i < ROUNDS; i++) {
      there.send(last + 1);
      last = back.receive();
    }
    there.close();
    return last;
  }

  @Suspendable
  private static void reply(Channel<Long> there, Channel<Long> back) {
    for (long number : there) {
      back.send(number + 1);
    }
  }
}
