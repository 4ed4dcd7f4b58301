package dev.respool.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a process has around its snapshots.
 *
 * @param externals the objects that stay outside
 * @param actions what is done with restored objects
 */
record Surroundings(Externals externals, List<RestoreAction<?>> actions) {
  static Surroundings none() {
    return new Surroundings(Externals.none(), List.of());
  }

  Surroundings with(Map<String, ?> more) {
    return new Surroundings(externals.with(more), actions);
  }

  Surroundings with(RestoreAction<?> added) {
    List<RestoreAction<?>> all = new ArrayList<>(actions);
    all.add(added);
    return new Surroundings(externals, List.copyOf(all));
  }
}
