package dev.respool.snapshot;

import java.util.function.Consumer;

/**
 * What is done with each restored object of a type.
 *
 * @param <T> the type
 * @param type of the objects, with its subtypes
 * @param action is given each of them
 */
record RestoreAction<T>(Class<T> type, Consumer<? super T> action) {
  boolean isFor(Object object) {
    return type.isInstance(object);
  }

  void run(Object object) {
    action.accept(type.cast(object));
  }
}
