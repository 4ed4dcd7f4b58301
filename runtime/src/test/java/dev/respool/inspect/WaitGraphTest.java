package dev.respool.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WaitGraphTest {
  /** One that awaits others; without any it waits for its children. */
  private static TaskPicture task(long id, long parent, Long... awaits) {
    return task(id, parent, WaitKind.TASK, "Task.await", awaits);
  }

  private static TaskPicture task(
      long id, long parent, WaitKind kind, String waitsFor, Long... awaits) {
    return new TaskPicture(
        id,
        parent,
        null,
        TaskStatus.WAITING,
        false,
        null,
        kind,
        waitsFor,
        Duration.ZERO,
        List.of(awaits),
        StackPicture.EMPTY);
  }

  @Test
  void chains_end_at_what_the_last_one_waits_for() {
    WaitGraph graph =
        new WaitGraph(List.of(task(1, 0, 2L), task(2, 1, WaitKind.CHANNEL, "Channel.receive")));
    assertEquals(List.of("task 1 -> task 2 -> Channel.receive"), graph.chains());
    assertEquals(List.of(), graph.cycles());
  }

  @Test
  void two_tasks_that_wait_for_each_other_are_a_cycle() {
    WaitGraph graph = new WaitGraph(List.of(task(1, 0), task(2, 1, 3L), task(3, 1, 2L)));
    assertEquals(List.of(List.of(2L, 3L)), graph.cycles());
    assertEquals(List.of(2L, 3L), graph.awaitedBy(1));
  }

  @Test
  void a_task_that_waits_for_its_child_can_be_in_a_cycle() {
    WaitGraph graph = new WaitGraph(List.of(task(1, 0), task(2, 1, 1L)));
    assertEquals(List.of(List.of(1L, 2L)), graph.cycles());
  }

  @Test
  void a_task_that_is_not_shown_ends_a_chain() {
    WaitGraph graph = new WaitGraph(List.of(task(5, 0, 99L)));
    assertEquals(List.of("task 5 -> task 99"), graph.chains());
  }

  @Test
  void a_long_chain_is_no_deep_recursion() {
    int length = 20_000;
    List<TaskPicture> all =
        LongStream.rangeClosed(1, length).mapToObj(id -> task(id, 0, id % length + 1)).toList();
    assertEquals(1, new WaitGraph(all).chains().size());
  }
}
