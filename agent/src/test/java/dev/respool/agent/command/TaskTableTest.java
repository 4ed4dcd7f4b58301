package dev.respool.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTableTest {
  private static final String ANSWER =
      String.join(
          "\n",
          "loop\t1\tmain\tANSWERED\t1\t0\t2\t5\t9\ttrue",
          "task\t1\t1\t\tWAITING\tTIMER\t1500\tTasks.sleep for PT1H\ta.Z.c(Z.java:1)",
          "task\t1\t2\tcook\tWAITING\tLOCK\t2500\tMutex.lock\ta.B.d(B.java:2)",
          "task\t1\t3\t\tRUNNABLE\t\t0\t\ta.Body",
          "loop\t2\t\tBUSY\t0\t0\t0\t0\t0\tfalse",
          "later\twhat a later version may add",
          "");

  private static List<String> lines(TaskRow.Order order, int height, int width) {
    return new TaskTable(ANSWER).lines(7, order, height, width);
  }

  /** The numbers of the tasks in the order of their rows. */
  private static List<String> ids(TaskRow.Order order) {
    return lines(order, 100, 200).stream()
        .skip(5)
        .map(line -> line.strip().split("\\s+")[1])
        .toList();
  }

  @Test
  void loops_stand_above_the_tasks() {
    List<String> lines = lines(TaskRow.Order.ID, 100, 200);
    assertTrue(lines.get(0).startsWith("respool top: process 7 at "), lines.get(0));
    assertEquals("loop 1 (main): 1 runnable, 0 running, 2 waiting, 5 ended, 9 turns", lines.get(1));
    assertEquals("loop 2: does not answer; dump shows where its thread is", lines.get(2));
    assertTrue(lines.get(6).contains(" cook "), lines.get(6));
    assertTrue(lines.get(6).contains(" 2.5 s Mutex.lock "), lines.get(6));
    assertTrue(lines.get(7).endsWith("a.Body"), lines.get(7));
    assertEquals(8, lines.size());
  }

  @Test
  void each_order_sorts() {
    assertEquals(List.of("2", "1", "3"), ids(TaskRow.Order.WAITED));
    assertEquals(List.of("1", "2", "3"), ids(TaskRow.Order.ID));
    assertEquals(List.of("3", "1", "2"), ids(TaskRow.Order.STATE));
    assertEquals(List.of("3", "2", "1"), ids(TaskRow.Order.KIND));
    assertEquals(List.of("2", "3", "1"), ids(TaskRow.Order.PLACE));
    assertEquals(List.of("1", "3", "2"), ids(TaskRow.Order.NAME));
  }

  @Test
  void it_fits_into_the_terminal() {
    List<String> lines = lines(TaskRow.Order.ID, 3, 10);
    assertEquals(3, lines.size());
    lines.forEach(line -> assertTrue(line.length() <= 10, line));
  }
}
