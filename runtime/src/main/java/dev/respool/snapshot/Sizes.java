package dev.respool.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How large a snapshot is, by local. */
final class Sizes {
  /** How many of the largest locals a message names. */
  private static final int NAMED = 10;

  private Sizes() {}

  static Map<String, Long> of(Contents contents) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (Contents.Saved saved : contents.continuations()) {
      saved.activations().forEach(activation -> add(activation, sizes));
    }
    return sizes;
  }

  private static void add(Contents.Activation activation, Map<String, Long> sizes) {
    Place place = activation.place();
    for (int i = 0; i < activation.values().size(); i++) {
      long bytes = bytes(activation.values().get(i), place.layout().slots().get(i).descriptor());
      sizes.merge(place + " " + place.name(i), bytes, Long::sum);
    }
  }

  private static long bytes(Object value, String descriptor) {
    if (value instanceof Contents.Stored stored) {
      return stored.bytes();
    }
    return switch (descriptor.charAt(0)) {
      case 'J', 'D' -> Long.BYTES;
      case 'I', 'F' -> Integer.BYTES;
      case 'S', 'C' -> Short.BYTES;
      default -> 1;
    };
  }

  static List<Obstacle> tooLarge(long size, long limit, Contents contents) {
    List<Obstacle> obstacles = new ArrayList<>();
    obstacles.add(tooLarge(size, limit));
    of(contents).entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(NAMED)
        .map(local -> Obstacle.of(local.getKey() + " has " + local.getValue() + " bytes", ""))
        .forEach(obstacles::add);
    return obstacles;
  }

  private static Obstacle tooLarge(long size, long limit) {
    return Obstacle.of(
        "it has " + size + " bytes, but the policy allows " + limit,
        "hold less across the suspension, or allow more by SnapshotPolicy.withMaxBytes");
  }

  static void require(long size, long limit) {
    if (size > limit) {
      throw new SnapshotException("cannot read the snapshot", tooLarge(size, limit));
    }
  }
}
