package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Waits for the first of several alternatives, as {@code select} of Go does: to receive from a
 * channel, to send to one, the end of a task, a timeout, or nothing at all.
 *
 * <pre>{@code
 * Select select = new Select();
 * Alternative<String> line = select.onReceive(lines);
 * Alternative<Void> quiet = select.onTimeout(Duration.ofSeconds(1));
 *
 * Alternative<?> chosen = select.await();
 * if (chosen == line) {
 *   handle(line.value());
 * } else if (chosen == quiet) {
 *   return;
 * }
 * }</pre>
 *
 * <p>One alternative is chosen, and only that one happens: the others receive, send and take
 * nothing. If several are ready, each of them is chosen with the same probability, from the loop's
 * own sequence of random numbers, which is the same in each run. If the waiting task is cancelled,
 * nothing happens.
 *
 * <p>A select may be awaited again. It then waits for the same alternatives anew: it sends the same
 * values, and its timeouts begin again. It belongs to one task at a time.
 */
public final class Select {
  private static final LeafMethod AWAIT =
      LeafMethod.of("await", "()Ldev/respool/loop/Alternative;");

  private final List<Alternative<?>> alternatives = new ArrayList<>();
  private DefaultAlternative otherwise; // null if there is none
  private SelectWait waiting; // the last wait; null before the first

  /** Makes a select without alternatives. */
  public Select() {}

  /**
   * Adds: receive a value.
   *
   * @param channel to receive from; if it is closed and empty, {@link #await} throws
   * @param <T> the values
   * @return the alternative, whose value is the received one
   */
  public <T> Alternative<T> onReceive(Channel<T> channel) {
    Objects.requireNonNull(channel, "Select.onReceive: the channel is null");
    return add(new ReceiveAlternative<>(channel, AtEnd.THROWS));
  }

  /**
   * Adds: receive a value, or learn that there will be none.
   *
   * @param channel to receive from; if it is closed and empty, the alternative is chosen each time
   * @param <T> the values
   * @return the alternative, whose value is the received one, or null if the channel is closed and
   *     empty
   */
  public <T> Alternative<T> onReceiveOrNull(Channel<T> channel) {
    Objects.requireNonNull(channel, "Select.onReceiveOrNull: the channel is null");
    return add(new ReceiveAlternative<>(channel, AtEnd.GIVES_NULL));
  }

  /**
   * Adds: send a value. Nobody receives it unless this alternative is chosen.
   *
   * @param channel to send to; if it is closed, {@link #await} throws
   * @param value not null
   * @param <T> the values
   * @return the alternative
   */
  public <T> Alternative<Void> onSend(Channel<T> channel, T value) {
    Objects.requireNonNull(channel, "Select.onSend: the channel is null");
    Objects.requireNonNull(value, "Select.onSend: the value is null");
    return add(new SendAlternative<>(channel, value));
  }

  /**
   * Adds: the end of a task of the same loop. If it is chosen, {@link #await} has taken
   * responsibility for the task's failure and throws it, as {@link Task#await} does.
   *
   * @param task what to wait for
   * @param <T> its result
   * @return the alternative, whose value is the result
   */
  public <T> Alternative<T> onTask(Task<T> task) {
    Objects.requireNonNull(task, "Select.onTask: the task is null");
    return add(new TaskAlternative<>(task));
  }

  /**
   * Adds: some time has passed since {@link #await} was called.
   *
   * @param limit how long; if it is zero or negative, the other runnable tasks have their turn
   *     before
   * @return the alternative
   */
  public Alternative<Void> onTimeout(Duration limit) {
    Objects.requireNonNull(limit, "Select.onTimeout: the limit is null");
    return add(new TimeoutAlternative(limit));
  }

  /**
   * Adds: nothing else is ready now. With this alternative {@link #await} does not wait.
   *
   * @return the alternative, the same each time
   */
  public Alternative<Void> otherwise() {
    if (otherwise == null) {
      otherwise = new DefaultAlternative();
    }
    return otherwise;
  }

  private <T> Alternative<T> add(Alternative<T> alternative) {
    alternatives.add(alternative);
    return alternative;
  }

  /**
   * Waits until one of the alternatives can happen, and does it.
   *
   * @return the alternative that has happened; compare it by {@code ==}
   * @throws ChannelClosedException if a channel of the chosen alternative is closed
   * @throws dev.respool.CoroutineException if the task of the chosen alternative failed with a
   *     checked exception; an unchecked exception is thrown as it is
   * @throws IllegalStateException if there are no alternatives, or a task waits already
   */
  @Suspendable
  public Alternative<?> await() {
    Carrier carrier = Suspension.enter();
    TaskState self = Leaf.self("Select.await");
    requireUsable(self);
    Alternative<?> ready = choose(self.reactor().random());
    if (ready != null) {
      ready.complete();
      return ready;
    }
    waiting = new SelectWait(List.copyOf(alternatives));
    return Suspension.suspend(carrier, AWAIT, waiting);
  }

  private void requireUsable(TaskState self) {
    if (alternatives.isEmpty() && otherwise == null) {
      throw new IllegalStateException(
          self + " awaits a select without alternatives and would wait for ever: add some before");
    }
    if (waiting != null && !waiting.isOver()) {
      throw new IllegalStateException(
          self + " awaits a select that another task awaits already: make one for each task");
    }
    alternatives.forEach(alternative -> alternative.enter(self));
  }

  /** One of those that are ready, each with the same probability; the default, or null, if none. */
  private Alternative<?> choose(SplittableRandom random) {
    Alternative<?> chosen = otherwise;
    int ready = 0;
    for (Alternative<?> next : alternatives) {
      if (next.isReady() && random.nextInt(++ready) == 0) {
        chosen = next;
      }
    }
    return chosen;
  }
}
