package dev.respool.snapshot;

import dev.respool.abi.SuspendableCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds for each place of a snapshot the code that continues it: the same code, or newer code whose
 * points are the same ones, or the old code from stored bytes. No code of the program runs.
 */
final class Landings {
  private static final String INSTRUMENT =
      "run with the Respool agent, or instrument it in the build, and mark it @Suspendable";

  private static final String OLD_CODE = "give the old class file by SnapshotPolicy.withCode";

  private final SnapshotPolicy policy;
  private final Map<Place, Landing> found = new IdentityHashMap<>();
  private final List<Obstacle> obstacles = new ArrayList<>();
  private final Map<String, byte[]> pinned = new HashMap<>();
  private final Map<String, RuntimeException> failures = new LinkedHashMap<>(); // by hash
  private ClassLoader loader;
  private boolean pinning; // the second time, with the old code that was found the first time

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
      pinning = true;
      land(contents);
    }
    if (!obstacles.isEmpty()) {
      failures.values().forEach(failure -> obstacles.add(failed(failure)));
      throw new SnapshotException("cannot restore the snapshot", obstacles)
          .causedBy(List.copyOf(failures.values()));
    }
  }

  private static Obstacle failed(RuntimeException failure) {
    return Obstacle.of("the function given to withCode failed: " + failure, "");
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
    int point = code.layouts().indexOf(place.layout()); // the ordinal makes each another one
    String refusal = point < 0 ? null : code.refusal(point);
    boolean same = isSame(place, code);
    String why = refusal != null ? refusal : same ? unknown(point) : changed(place, code, point);
    if (why.isEmpty()) {
      found.put(place, Landing.of(code, point));
    } else if (same || !pin(place)) {
      obstacle(place, why, same ? "take the snapshot again" : OLD_CODE);
    }
  }

  private static boolean isSame(Place place, SuspendableCode code) {
    String version = CodeVersion.hex(code.version());
    return version.equals(place.version()) && !version.equals(CodeVersion.UNKNOWN);
  }

  private static String unknown(int point) {
    return point < 0 ? "the code has no such suspension point" : "";
  }

  /** Why code of another version cannot continue a frame; empty if it can. */
  private String changed(Place place, SuspendableCode code, int point) {
    if (isPinned(place)) {
      return "withCode has given another version of the class than the hash says";
    }
    String how =
        point < 0
            ? new Difference(place, code).text()
            : policy.moves()
                ? place.outline().difference(Outline.of(code))
                : "the policy forbids moves";
    return how.isEmpty() ? "" : "the class has changed since the snapshot was taken: " + how;
  }

  private boolean isPinned(Place place) {
    return pinning && pinned.containsKey(place.owner());
  }

  /** Whether the old code will be looked at. */
  private boolean pin(Place place) {
    boolean asks = !pinning && !place.version().equals(CodeVersion.UNKNOWN);
    byte[] bytes = asks ? old(place.version()) : null;
    if (bytes == null) {
      return false;
    }
    pinned.put(place.owner(), bytes);
    return true;
  }

  private byte[] old(String hash) {
    try {
      return policy.code(hash);
    } catch (RuntimeException e) {
      failures.put(hash, e);
      return null;
    }
  }

  private void obstacle(Place place, String why, String remedy) {
    obstacles.add(Obstacle.at("", place.toString(), why, remedy));
  }
}
