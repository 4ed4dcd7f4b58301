package dev.respool.snapshot;

import dev.respool.abi.PointLayout;
import dev.respool.abi.SuspendableCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds for each place of a snapshot the code that continues it: the same code, or newer code whose
 * layout is the same, or the old code from stored bytes. No code of the program runs.
 */
final class Landings {
  private static final String INSTRUMENT =
      "run with the Respool agent, or instrument it in the build, and mark it @Suspendable";

  private final SnapshotPolicy policy;
  private final Map<Place, Landing> found = new IdentityHashMap<>();
  private final List<Obstacle> obstacles = new ArrayList<>();
  private final Map<String, byte[]> pinned = new HashMap<>();
  private ClassLoader loader;

  Landings(SnapshotPolicy policy) {
    this.policy = policy;
    this.loader = policy.loader();
  }

  /**
   * Looks for all of them.
   *
   * @throws SnapshotException that tells of each that has none
   */
  void find(Contents contents) {
    land(contents);
    if (!pinned.isEmpty()) {
      found.clear();
      obstacles.clear();
      loader = new PinnedClasses(policy.loader(), Map.copyOf(pinned));
      land(contents);
    }
    if (!obstacles.isEmpty()) {
      throw new SnapshotException("cannot restore the snapshot", obstacles);
    }
  }

  Landing of(Place place) {
    return found.get(place);
  }

  /** Where the classes are that the frames refer to. */
  ClassLoader loader() {
    return loader;
  }

  private void land(Contents contents) {
    Set<Place> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    contents.continuations().stream()
        .flatMap(saved -> saved.activations().stream())
        .map(Contents.Activation::place)
        .filter(seen::add)
        .forEach(this::land);
  }

  private void land(Place place) {
    try {
      Class<?> owner = Class.forName(place.owner(), false, loader);
      Optional<SuspendableCode> code =
          SuspendableCode.find(owner, place.method(), place.descriptor());
      if (code.isPresent()) {
        land(place, code.get());
      } else if (!pin(place)) {
        obstacle(place, notSuspendable(place), INSTRUMENT);
      }
    } catch (ClassNotFoundException | LinkageError e) {
      if (!pin(place)) {
        obstacle(
            place,
            "its class, or that of a local, cannot be loaded: " + e,
            "give the class loader of the program by SnapshotPolicy.withClassLoader");
      }
    }
  }

  private static String notSuspendable(Place place) {
    return "the class has no suspendable method " + place.method() + place.descriptor();
  }

  private void land(Place place, SuspendableCode code) throws ClassNotFoundException {
    boolean same = CodeVersion.hex(code.version()).equals(place.version());
    List<Integer> points = points(code, place.layout());
    if (points.size() == 1 && (same || policy.moves() && !isPinned(place))) {
      found.put(place, Landing.of(code, points.get(0)));
    } else if (same || isPinned(place)) {
      obstacle(place, "the code has no such suspension point", "take the snapshot again");
    } else if (!pin(place)) {
      obstacle(place, changed(place, code, points), "give the old class file by withCode");
    }
  }

  private static List<Integer> points(SuspendableCode code, PointLayout layout) {
    List<Integer> points = new ArrayList<>();
    for (int i = 0; i < code.layouts().size(); i++) {
      if (code.layouts().get(i).equals(layout)) {
        points.add(i);
      }
    }
    return points;
  }

  private String changed(Place place, SuspendableCode code, List<Integer> points) {
    String how =
        points.isEmpty()
            ? new Difference(place, code).text()
            : points.size() == 1 ? "the policy forbids moves" : "its layout is there twice";
    return "the class has changed since the snapshot was taken: " + how;
  }

  private boolean isPinned(Place place) {
    return loader instanceof PinnedClasses && pinned.containsKey(place.owner());
  }

  /** Whether the old code will be looked at. */
  private boolean pin(Place place) {
    byte[] bytes = loader instanceof PinnedClasses ? null : policy.code(place.version());
    if (bytes == null) {
      return false;
    }
    pinned.put(place.owner(), bytes);
    return true;
  }

  private void obstacle(Place place, String why, String remedy) {
    obstacles.add(Obstacle.at("", place.toString(), why, remedy));
  }
}
