package dev.respool.snapshot;

import dev.respool.abi.ContinuationImage.Status;
import java.util.List;

/**
 * What is in a snapshot: all that can be said without the classes of the program, and the objects
 * as serialized bytes.
 *
 * @param continuations the saved one first, then those that it refers to
 * @param places where the frames of all stand, each once, in the order of the frames
 * @param objects of all continuations in their order: of each its body, its element and what its
 *     frames hold
 */
record Contents(List<Saved> continuations, List<Place> places, byte[] objects) {
  /**
   * A coroutine or a run of a generator.
   *
   * @param kind of it
   * @param status of it
   * @param ready whether it has an element that nobody has taken
   * @param hasBody whether its body is among the objects
   * @param hasElement whether its element is
   * @param bits a primitive element
   * @param activations innermost first
   */
  record Saved(
      Kind kind,
      Status status,
      boolean ready,
      boolean hasBody,
      boolean hasElement,
      long bits,
      List<Activation> activations) {}

  /**
   * An activation.
   *
   * @param place where it stands
   * @param values by the slots of its layout: {@link Stored} objects, boxed primitive values and
   *     nulls
   */
  record Activation(Place place, List<Object> values) {}

  /**
   * One of the objects.
   *
   * @param object what is known without its class
   * @param bytes how many it has added to the objects
   * @param rest whether it is an array with the elements that are left to a for-each loop
   */
  record Stored(SavedObject object, long bytes, boolean rest) {}
}
