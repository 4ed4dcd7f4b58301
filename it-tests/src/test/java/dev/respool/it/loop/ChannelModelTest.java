package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.loop.Alternative;
import dev.respool.loop.Channel;
import dev.respool.loop.ChannelClosedException;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Overflow;
import dev.respool.loop.Select;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tasks that send, receive, select, close and cancel at random, on random channels. The model: a
 * value whose send has returned is received once, unless its channel drops values; a value whose
 * send has thrown is not received; each receiver gets the values of one sender in their order; and
 * nobody waits for what is there.
 */
@Timeout(60)
@ExtendWith(TransformedTests.class)
class ChannelModelTest {
  private static final int SEEDS = Integer.getInteger("channel.seeds", 5_000);

  @Test
  void nothing_is_lost_doubled_or_reordered_and_everybody_ends() {
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        new Model(seed).run();
      } catch (Throwable failure) {
        throw new AssertionError("the model fails with seed " + seed, failure);
      }
    }
  }

  private record Value(int sender, int number) {}

  private record Receipt(int receiver, Value value) {}

  /** One channel and what has happened on it. */
  private static final class Traffic {
    final Channel<Value> channel;
    final boolean drops;
    final Set<Value> sent = new HashSet<>();
    final List<Receipt> received = new ArrayList<>();
    final Set<Integer> senders = new HashSet<>(); // actors that wait, perhaps in a select
    final Set<Integer> receivers = new HashSet<>();
    boolean cancelled;

    Traffic(int kind) {
      channel =
          switch (kind) {
            case 0 -> Channel.rendezvous();
            case 1 -> Channel.buffered(1);
            case 2 -> Channel.buffered(3);
            case 3 -> Channel.unlimited();
            case 4 -> Channel.conflated();
            case 5 -> Channel.buffered(2, Overflow.DROP_OLDEST);
            default -> Channel.buffered(2, Overflow.DROP_NEWEST);
          };
      drops = kind >= 4;
    }

    void received(int receiver, Value value) {
      if (value != null) {
        received.add(new Receipt(receiver, value));
      }
    }

    /** All tasks wait: whoever waits for this channel must have a reason. */
    void checkAtRest() {
      for (int receiver : receivers) {
        assertTrue(Set.of(receiver).containsAll(senders), "senders and receivers wait");
      }
      assertTrue(senders.isEmpty() || !drops, "a sender waits although the channel drops values");
      if (!receivers.isEmpty() && senders.isEmpty()) {
        assertTrue(channel.tryReceive().isEmpty(), "a receiver waits although there is a value");
      }
    }

    void checkAtEnd() {
      Set<Value> values = new HashSet<>();
      received.forEach(receipt -> assertTrue(values.add(receipt.value()), "doubled: " + receipt));
      assertTrue(sent.containsAll(values), "received, but not sent");
      if (!drops && !cancelled) {
        assertEquals(sent, values, "sent, but not received");
      }
      Map<List<Integer>, Integer> last = new HashMap<>();
      for (Receipt receipt : received) {
        Value value = receipt.value();
        Integer before = last.put(List.of(receipt.receiver(), value.sender()), value.number());
        assertTrue(before == null || before < value.number(), "reordered: " + receipt);
      }
    }
  }

  /** One run. */
  private static final class Model {
    private final SplittableRandom random;
    private final List<Traffic> channels = new ArrayList<>();
    private final List<Task<?>> actors = new ArrayList<>();
    private int lastNumber;
    private int progress;

    Model(long seed) {
      random = new SplittableRandom(seed);
    }

    void run() {
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        channels.add(new Traffic(random.nextInt(7)));
      }
      EventLoop.run(() -> play());
      channels.forEach(Traffic::checkAtEnd);
    }

    @Suspendable
    private void play() {
      int count = random.nextInt(2, 8);
      for (int i = 1; i <= count; i++) {
        int actor = i;
        actors.add(Tasks.async(() -> act(actor)));
      }
      comeToRest();
      channels.forEach(Traffic::checkAtRest);
      channels.forEach(this::drain);
      comeToRest();
      channels.forEach(traffic -> traffic.channel.close());
      for (Task<?> actor : actors) {
        try {
          actor.await();
        } catch (CancellationException e) {
          // another actor has cancelled it
        }
      }
      channels.forEach(this::drain);
    }

    @Suspendable
    private void comeToRest() {
      int quietTurns = 0;
      while (quietTurns < 4) {
        int before = progress;
        Tasks.yieldNow();
        quietTurns = progress == before ? quietTurns + 1 : 0;
      }
    }

    private void drain(Traffic traffic) {
      try {
        for (var next = traffic.channel.tryReceive();
            next.isPresent();
            next = traffic.channel.tryReceive()) {
          traffic.received(0, next.get());
        }
      } catch (ChannelClosedException e) {
        assertTrue(traffic.cancelled);
      }
    }

    @Suspendable
    private void act(int actor) {
      for (int steps = random.nextInt(1, 8); steps > 0; steps--) {
        Traffic traffic = channels.get(random.nextInt(channels.size()));
        try {
          step(actor, traffic);
        } catch (ChannelClosedException e) {
          assertTrue(channels.stream().anyMatch(any -> any.channel.isClosed()));
        }
        progress++;
      }
    }

    @Suspendable
    private void step(int actor, Traffic traffic) {
      int what = random.nextInt(100);
      if (what < 25) {
        send(actor, traffic);
      } else if (what < 50) {
        receive(actor, traffic);
      } else if (what < 75) {
        select(actor);
      } else if (what < 80) {
        Value value = next(actor);
        if (traffic.channel.trySend(value)) {
          traffic.sent.add(value);
        }
      } else if (what < 85) {
        traffic.channel.tryReceive().ifPresent(value -> traffic.received(actor, value));
      } else if (what < 94) {
        Tasks.yieldNow();
      } else if (what < 97) {
        actors.get(random.nextInt(actors.size())).cancel();
      } else if (what < 99) {
        traffic.channel.close();
      } else {
        traffic.cancelled = true;
        traffic.channel.cancel();
      }
    }

    private Value next(int sender) {
      return new Value(sender, ++lastNumber);
    }

    @Suspendable
    private void send(int actor, Traffic traffic) {
      Value value = next(actor);
      traffic.senders.add(actor);
      try {
        traffic.channel.send(value);
        traffic.sent.add(value);
      } finally {
        traffic.senders.remove(actor);
      }
    }

    @Suspendable
    private void receive(int actor, Traffic traffic) {
      traffic.receivers.add(actor);
      try {
        switch (random.nextInt(3)) {
          case 0 -> traffic.received(actor, traffic.channel.receive());
          case 1 -> traffic.received(actor, traffic.channel.receiveOrNull());
          default -> receiveSome(actor, traffic);
        }
      } finally {
        traffic.receivers.remove(actor);
      }
    }

    @Suspendable
    private void receiveSome(int actor, Traffic traffic) {
      int left = random.nextInt(1, 4);
      for (Value value : traffic.channel) {
        traffic.received(actor, value);
        progress++;
        if (--left == 0) {
          break;
        }
      }
    }

    @Suspendable
    private void select(int actor) {
      Select select = new Select();
      Map<Alternative<?>, Runnable> then = new HashMap<>();
      for (Traffic traffic : channels) {
        addTo(select, then, actor, traffic);
      }
      if (random.nextInt(4) == 0) {
        then.put(select.onTimeout(Duration.ZERO), () -> {});
      }
      if (then.isEmpty() || random.nextInt(8) == 0) {
        then.put(select.otherwise(), () -> {});
      }
      try {
        then.get(select.await()).run();
      } finally {
        channels.forEach(traffic -> traffic.senders.remove(actor));
        channels.forEach(traffic -> traffic.receivers.remove(actor));
      }
    }

    private void addTo(
        Select select, Map<Alternative<?>, Runnable> then, int actor, Traffic traffic) {
      if (random.nextBoolean()) {
        Alternative<Value> receive =
            random.nextBoolean()
                ? select.onReceive(traffic.channel)
                : select.onReceiveOrNull(traffic.channel);
        then.put(receive, () -> traffic.received(actor, receive.value()));
        traffic.receivers.add(actor);
      }
      if (random.nextBoolean()) {
        Value value = next(actor);
        then.put(select.onSend(traffic.channel, value), () -> traffic.sent.add(value));
        traffic.senders.add(actor);
      }
    }
  }
}
