package dev.respool.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tasks of a loop wait for which. A task waits for the one that it awaits or that holds what
 * it wants, and for its children once its body has ended.
 */
public final class WaitGraph {
  private final Map<Long, TaskPicture> tasks = new LinkedHashMap<>();
  private final Map<Long, List<Long>> awaited = new HashMap<>();

  /**
   * The graph of some tasks of one loop.
   *
   * @param shown the tasks
   */
  public WaitGraph(List<TaskPicture> shown) {
    shown.forEach(task -> tasks.put(task.id(), task));
    shown.stream().filter(WaitGraph::waitsForChildren).forEach(this::addNoChildren);
    shown.stream().filter(task -> !task.awaits().isEmpty()).forEach(this::addAwaited);
    shown.forEach(this::addToParent);
  }

  private static boolean waitsForChildren(TaskPicture task) {
    return task.waitKind() == WaitKind.TASK && task.awaits().isEmpty();
  }

  private void addNoChildren(TaskPicture task) {
    awaited.put(task.id(), new ArrayList<>());
  }

  private void addAwaited(TaskPicture task) {
    awaited.put(task.id(), task.awaits());
  }

  private void addToParent(TaskPicture child) {
    TaskPicture parent = tasks.get(child.parent());
    if (parent != null && waitsForChildren(parent)) {
      awaited.get(parent.id()).add(child.id());
    }
  }

  /**
   * The tasks that a task waits for.
   *
   * @param task its id
   * @return their ids; empty if it waits for something else, or not at all
   */
  public List<Long> awaitedBy(long task) {
    return List.copyOf(next(task));
  }

  /** The same, not copied: a parent may have a million children. */
  private List<Long> next(long task) {
    return awaited.getOrDefault(task, List.of());
  }

  /**
   * Tasks that wait for each other and, unless one is cancelled, for ever.
   *
   * @return for each cycle the ids of its tasks, each of which waits for the next, and the last for
   *     the first
   */
  public List<List<Long>> cycles() {
    List<List<Long>> cycles = new ArrayList<>();
    Set<Long> done = new HashSet<>();
    for (long task : tasks.keySet()) {
      if (!done.contains(task)) {
        search(task, done, cycles);
      }
    }
    return cycles;
  }

  /** Goes down all ways from a task; those that have been gone are not gone again. */
  private void search(long start, Set<Long> done, List<List<Long>> cycles) {
    List<Long> path = new ArrayList<>(List.of(start));
    List<Integer> branch = new ArrayList<>(List.of(0));
    while (!path.isEmpty()) {
      int last = path.size() - 1;
      List<Long> next = next(path.get(last));
      int taken = branch.get(last);
      if (taken == next.size()) {
        done.add(path.remove(last));
        branch.remove(last);
      } else {
        branch.set(last, taken + 1);
        int onPath = path.indexOf(next.get(taken));
        if (onPath >= 0) {
          cycles.add(List.copyOf(path.subList(onPath, path.size())));
        } else if (!done.contains(next.get(taken))) {
          path.add(next.get(taken));
          branch.add(0);
        }
      }
    }
  }

  /**
   * The graph as chains, such as {@code task 1 -> task 2 -> Channel.receive}. A chain begins at a
   * task for which no other waits, or anywhere in a cycle.
   *
   * @return one chain an element; empty if no task waits for another one
   */
  public List<String> chains() {
    Set<Long> heads = new LinkedHashSet<>(tasks.keySet());
    awaited.values().forEach(heads::removeAll);
    Set<Long> shown = new HashSet<>();
    List<String> chains = new ArrayList<>();
    heads.forEach(head -> follow(head, shown, chains));
    tasks.keySet().forEach(task -> follow(task, shown, chains)); // what is left are cycles
    return chains;
  }

  /** Adds the chains that begin at a task, but for a task that waits for no other one. */
  private void follow(long head, Set<Long> shown, List<String> chains) {
    if (shown.add(head)) {
      for (long next : next(head)) {
        chains.add(label(head) + chain(next, shown));
      }
    }
  }

  /** Goes on to the first task that has been shown, that waits for several, or for no task. */
  private String chain(long first, Set<Long> shown) {
    StringBuilder text = new StringBuilder();
    long task = first;
    while (next(task).size() == 1 && shown.add(task)) {
      text.append(" -> ").append(label(task));
      task = next(task).get(0);
    }
    text.append(" -> ").append(label(task));
    TaskPicture last = tasks.get(task);
    if (next(task).isEmpty() && last != null && last.waitsFor() != null) {
      text.append(" -> ").append(last.waitsFor());
    }
    return text.toString();
  }

  private String label(long task) {
    return tasks.containsKey(task) ? tasks.get(task).label() : "task " + task;
  }
}
