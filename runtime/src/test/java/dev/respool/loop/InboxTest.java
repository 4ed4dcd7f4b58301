package dev.respool.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InboxTest {
  private static final int THREADS = 4;
  private static final int ACTIONS = 50_000;

  private final Inbox inbox = new Inbox();

  private void add(Runnable action) {
    inbox.add(new PostedAction(action));
  }

  @Test
  void actions_run_in_the_order_in_which_they_came_in() {
    List<Integer> order = new ArrayList<>();
    add(() -> order.add(1));
    add(() -> order.add(2));
    inbox.run();
    add(() -> order.add(3));
    inbox.run();
    inbox.run();
    assertEquals(List.of(1, 2, 3), order);
  }

  @Test
  void what_comes_in_while_actions_run_is_run_behind_them() {
    List<Integer> order = new ArrayList<>();
    add(
        () -> {
          add(() -> order.add(3));
          order.add(1);
        });
    add(() -> order.add(2));
    inbox.run();
    assertEquals(List.of(1, 2, 3), order);
    assertTrue(inbox.isEmpty());
  }

  @Test
  void it_is_empty_when_the_actions_have_run() {
    assertTrue(inbox.isEmpty());
    add(() -> {});
    add(() -> {});
    assertFalse(inbox.isEmpty());
    inbox.run();
    assertTrue(inbox.isEmpty());
  }

  @Test
  void what_is_behind_an_action_that_throws_runs_the_next_time() {
    List<Integer> order = new ArrayList<>();
    add(() -> order.add(1));
    add(
        () -> {
          throw new IllegalStateException("thrown by the action");
        });
    add(() -> order.add(2));
    assertThrows(IllegalStateException.class, inbox::run);
    assertEquals(List.of(1), order);
    add(() -> order.add(3));
    assertFalse(inbox.isEmpty());
    inbox.run();
    assertEquals(List.of(1, 2, 3), order);
  }

  @Test
  @Timeout(60)
  void nothing_of_several_threads_is_lost_and_each_ones_order_is_kept() throws Exception {
    int[] next = new int[THREADS];
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int sender = t;
      threads.add(new Thread(() -> send(sender, next)));
    }
    threads.forEach(Thread::start);
    while (IntStream.of(next).sum() < THREADS * ACTIONS) {
      Thread.onSpinWait();
      inbox.run();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertTrue(inbox.isEmpty());
    for (int count : next) {
      assertEquals(ACTIONS, count);
    }
  }

  private void send(int sender, int[] next) {
    for (int i = 0; i < ACTIONS; i++) {
      int number = i;
      add(() -> assertEquals(number, next[sender]++));
    }
  }
}
