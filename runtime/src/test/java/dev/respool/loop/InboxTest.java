package dev.respool.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InboxTest {
  private static final int THREADS = 4;
  private static final int ACTIONS = 50_000;

  private final Inbox inbox = new Inbox();

  @Test
  void actions_come_out_in_the_order_in_which_they_came_in() {
    List<Integer> order = new ArrayList<>();
    inbox.add(() -> order.add(1));
    inbox.add(() -> order.add(2));
    inbox.poll().run();
    inbox.add(() -> order.add(3));
    inbox.poll().run();
    inbox.poll().run();
    assertEquals(List.of(1, 2, 3), order);
    assertNull(inbox.poll());
  }

  @Test
  void it_is_empty_only_when_the_last_action_was_polled() {
    assertTrue(inbox.isEmpty());
    inbox.add(() -> {});
    inbox.add(() -> {});
    assertFalse(inbox.isEmpty());
    inbox.poll();
    assertFalse(inbox.isEmpty());
    inbox.poll();
    assertTrue(inbox.isEmpty());
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
    for (int received = 0; received < THREADS * ACTIONS; ) {
      Runnable action = inbox.poll();
      if (action == null) {
        Thread.onSpinWait();
      } else {
        action.run();
        received++;
      }
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
      inbox.add(() -> assertEquals(number, next[sender]++));
    }
  }
}
