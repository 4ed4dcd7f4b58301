package dev.respool.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tasks that never run: they are put into lists and taken out by hand. */
class TaskWalkTest {
  private final Reactor reactor = new Reactor();

  private TaskState start(TaskState parent) {
    TaskAction nothing = () -> {};
    return reactor.start(nothing, parent);
  }

  private List<TaskState> roots(int count) {
    return IntStream.range(0, count).mapToObj(i -> start(null)).toList();
  }

  private static List<Long> rest(TaskWalk walk) {
    List<Long> numbers = new ArrayList<>();
    for (TaskState task = walk.next(); task != null; task = walk.next()) {
      numbers.add(task.number());
    }
    return numbers;
  }

  @Test
  void parents_come_before_their_children_and_elder_ones_before_younger() {
    TaskState one = start(null);
    TaskState two = start(null);
    start(one);
    TaskState four = start(two);
    start(one);
    start(four);
    assertEquals(List.of(1L, 3L, 5L, 2L, 4L, 6L), rest(new TaskWalk(reactor)));
  }

  @Test
  void without_tasks_it_ends_at_once() {
    assertNull(new TaskWalk(reactor).next());
  }

  @Test
  void what_starts_later_is_not_seen() {
    TaskState root = start(null);
    TaskWalk walk = new TaskWalk(reactor);
    assertEquals(root, walk.next());
    start(root);
    start(null);
    assertNull(walk.next());
  }

  @Test
  void it_goes_on_where_it_was_if_the_last_ones_have_ended() {
    List<TaskState> roots = roots(10);
    TaskWalk walk = new TaskWalk(reactor);
    IntStream.range(0, 5).forEach(i -> walk.next());
    roots.subList(2, 7).forEach(reactor.roots()::remove);
    assertEquals(List.of(8L, 9L, 10L), rest(walk));
  }

  @Test
  void it_finds_its_way_by_number_if_all_that_it_remembers_have_ended() {
    List<TaskState> roots = roots(500);
    TaskWalk walk = new TaskWalk(reactor);
    IntStream.range(0, 300).forEach(i -> walk.next());
    roots.subList(10, 400).forEach(reactor.roots()::remove);
    List<Long> rest = rest(walk);
    assertEquals(401L, rest.get(0));
    assertEquals(100, rest.size());
    assertFalse(walk.isLost());
  }

  /** Children end before their parents, as in a loop. */
  @Test
  void each_task_that_lives_all_the_time_is_seen_once_whatever_the_others_do() {
    for (int seed = 0; seed < 300; seed++) {
      Reactor fresh = new Reactor();
      Random random = new Random(seed);
      List<TaskState> living = grown(fresh, random);
      TaskWalk walk = new TaskWalk(fresh);
      Set<Long> seen = new HashSet<>();
      for (TaskState task = walk.next(); task != null; task = walk.next()) {
        assertTrue(seen.add(task.number()), "task " + task.number() + " twice, seed " + seed);
        if (random.nextInt(20) == 0) {
          endSome(fresh, random, living);
        }
      }
      for (TaskState task : living) {
        assertTrue(seen.contains(task.number()), task + " is missing, seed " + seed);
      }
    }
  }

  private static List<TaskState> grown(Reactor fresh, Random random) {
    TaskAction nothing = () -> {};
    List<TaskState> living = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      boolean isRoot = living.isEmpty() || random.nextInt(10) == 0;
      TaskState parent = isRoot ? null : living.get(random.nextInt(living.size()));
      living.add(fresh.start(nothing, parent));
    }
    return living;
  }

  private static void endSome(Reactor fresh, Random random, List<TaskState> living) {
    for (int i = random.nextInt(100); i > 0 && !living.isEmpty(); i--) {
      TaskState task = living.get(random.nextInt(living.size()));
      if (task.eldestChild() == null) {
        living.remove(task);
        (task.parent() == null ? fresh.roots() : task.parent().childList()).remove(task);
      }
    }
  }
}
