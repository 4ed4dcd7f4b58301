package dev.respool.snapshot;

import dev.respool.abi.SuspendableCode;

/**
 * All suspension points of a method, told apart from those of its other versions.
 *
 * @param points how many there are
 * @param hash of their layouts in their order
 */
record Outline(int points, long hash) {
  static Outline of(SuspendableCode code) {
    return new Outline(code.layouts().size(), code.outline());
  }

  /** What people have to know of the method's present version; empty if it has the same outline. */
  String difference(Outline now) {
    if (now.points == points) {
      return now.hash == hash
          ? ""
          : "calls that may suspend were reordered, or other locals live at another one of them";
    }
    return "calls that may suspend were added or removed: it had "
        + points
        + " and has "
        + now.points
        + " now";
  }
}
