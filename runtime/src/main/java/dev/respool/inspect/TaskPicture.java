package dev.respool.inspect;

import java.time.Duration;
import java.util.List;

/**
 * A task at one moment.
 *
 * @param id its number in its loop, from 1
 * @param parent the id of its parent; 0 if it has none
 * @param name null if it has none
 * @param status how far it is
 * @param cancelled whether it is cancelled and has not ended yet
 * @param body the class of what it runs, if it has not begun; else null
 * @param waitKind what sort of thing it waits for; null if it does not wait
 * @param waitsFor the same in words, such as {@code Channel.receive}; null if it does not wait
 * @param waitedAtLeast for how long the wait has lasted as far as it is known. Loops do not note
 *     when a wait begins. So this is zero when an inspection sees a wait for the first time, and
 *     later the time since then
 * @param awaits the ids of the tasks without whose progress the wait does not end: the one that it
 *     awaits, or that holds the mutex. Its own children are not among them: their parent says so
 * @param stack where it stands; empty if it has not begun or its body has ended
 */
public record TaskPicture(
    long id,
    long parent,
    String name,
    TaskStatus status,
    boolean cancelled,
    String body,
    WaitKind waitKind,
    String waitsFor,
    Duration waitedAtLeast,
    List<Long> awaits,
    StackPicture stack) {

  /**
   * What people call it.
   *
   * @return {@code task 7}, with its name if it has one
   */
  public String label() {
    return name == null ? "task " + id : "task " + id + " (" + name + ")";
  }
}
