package dev.respool.loop;

import dev.respool.abi.Observation;

/**
 * What is known of a task apart from how far it is: its loop, its parent, its neighbours, whether
 * it is cancelled, and what it takes along. A task is small, so what few tasks have is in an object
 * of its own.
 */
abstract class KnownTask extends TaskCoroutine implements Post {
  private final Reactor reactor;
  private final TaskState parent;
  private long number; // 0 until its loop has taken it in
  private Rarities rarities; // null until there is one

  /** Its neighbour among the children of its parent, or the roots; written by the list only. */
  TaskState elder;

  private Post behind; // in that list or, before it has begun, in the inbox

  KnownTask(Reactor reactor, TaskState parent, Object body) {
    super(body);
    this.reactor = reactor;
    this.parent = parent;
  }

  final Reactor reactor() {
    return reactor;
  }

  /** Null for a root. */
  final TaskState parent() {
    return parent;
  }

  /** When its loop takes it in: a number that other threads could draw would cost a fence. */
  final void setNumber(long number) {
    this.number = number;
    Observation.created(this, held());
  }

  @Override
  public final Post neighbour() {
    return behind;
  }

  @Override
  public final void setNeighbour(Post neighbour) {
    behind = neighbour;
  }

  /** The neighbour that is not {@link #elder}, in the list of a task that has begun. */
  final TaskState younger() {
    return (TaskState) behind;
  }

  /** Takes over what the code that starts it has; in the thread of that code. */
  final void inherit() {
    if (parent != null && parent.bindings() != null) {
      setBindings(parent.bindings());
    }
    Contexts contexts = reactor.contexts();
    if (contexts != null) {
      setCaptured(contexts.capture());
    }
  }

  final long number() {
    return number;
  }

  /** What the program calls it; null if it has no name. */
  final String name() {
    return rarities == null ? null : rarities.name;
  }

  final void setName(String name) {
    rarities().name = name;
  }

  final void throwIfCancelled() {
    if (isCancelled()) {
      throw rarities.cancellation.exception();
    }
  }

  final boolean isCancelled() {
    return rarities != null && rarities.cancellation != null;
  }

  /** Of a task that is cancelled. */
  final Cancellation cancellation() {
    return rarities.cancellation;
  }

  final void setCancellation(Cancellation cancellation) {
    rarities().cancellation = cancellation;
  }

  /** The values of the locals that it has; null if it has none. */
  Binding<?> bindings() {
    return rarities == null ? null : rarities.bindings;
  }

  void setBindings(Binding<?> changed) {
    rarities().bindings = changed;
  }

  /** What it has of the loop's contexts. */
  Object[] captured() {
    return rarities().captured;
  }

  void setCaptured(Object[] captured) {
    rarities().captured = captured;
  }

  private Rarities rarities() {
    if (rarities == null) {
      rarities = new Rarities();
    }
    return rarities;
  }

  @Override
  public String toString() {
    String known = number == 0 ? "a new task" : "task " + number;
    String name = name();
    return name == null ? known : known + " (" + name + ")";
  }
}
