package dev.respool.snapshot;

import dev.respool.abi.PointLayout;
import dev.respool.abi.SuspendableCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
  private static final String OLD_CODE = "give the old class file by SnapshotPolicy.withCode";

  private static final String INSTRUMENT =
      "run with the Respool agent, or instrument it in the build, and mark it @Suspendable; or "
          + OLD_CODE;

  private static final String LOADER =
      "give the class loader of the program by SnapshotPolicy.withClassLoader; or " + OLD_CODE;

  private static final String SEVERAL =
      "; the snapshot has frames of several versions of the class, and only one of them could be"
          + " pinned";

  private static final String APART =
      "save the coroutines in snapshots of their own, each with one version of the class";

  private static final int FEW = 4;

  private final SnapshotPolicy policy;
  private final Map<Place, Landing> found = new IdentityHashMap<>(FEW);
  private final Map<Place, Missing> missing = new IdentityHashMap<>(FEW);
  private final Map<String, byte[]> pinned = new HashMap<>();
  private final Map<String, RuntimeException> failures = new LinkedHashMap<>(); // by hash
  private List<Place> places = List.of();
  private Set<String> mixed = Set.of(); // classes with frames of several versions
  private final Set<String> pinnable = new HashSet<>(); // classes whose old code might be found
  private ClassLoader loader;
  private Class<?> owner; // the last one that was found
  private boolean pinning; // the second time, with the old code that was found the first time

  /**
   * Why a place has no landing.
   *
   * @param obstacle in words
   * @param pins whether the class file of its version might be one
   */
  private record Missing(Obstacle obstacle, boolean pins) {}

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
    if (!missing.isEmpty()) {
      List<Obstacle> obstacles = new ArrayList<>();
      places.forEach(place -> obstacle(place).ifPresent(obstacles::add));
      failures.values().forEach(failure -> obstacles.add(failed(failure)));
      throw new SnapshotException("cannot restore the snapshot", obstacles)
          .causedBy(List.copyOf(failures.values()));
    }
  }

  private static Obstacle failed(RuntimeException failure) {
    return Obstacle.of("the function given to withCode failed: " + failure, "");
  }

  /**
   * Looks for all of them, and does not mind if some have none.
   *
   * @throws RuntimeException that a search for old code has thrown
   */
  void look(Contents contents) {
    land(contents);
    if (!failures.isEmpty()) {
      throw failures.values().iterator().next();
    }
  }

  /** Each once, in the order of the frames. */
  List<Place> places() {
    return places;
  }

  /** Null if it has none. */
  Landing of(Place place) {
    return found.get(place);
  }

  /** Why it has none; empty if it has one. */
  Optional<Obstacle> obstacle(Place place) {
    return Optional.ofNullable(missing.get(place)).map(Missing::obstacle);
  }

  RestorePreview.Outcome outcome(Place place) {
    Landing landing = found.get(place);
    if (landing == null) {
      return couldPin(place) ? RestorePreview.Outcome.NEEDS_PIN : RestorePreview.Outcome.FAILS;
    }
    if (isPinned(place)) {
      return RestorePreview.Outcome.PINNED;
    }
    return isSame(place, landing.code())
        ? RestorePreview.Outcome.GOES_ON
        : RestorePreview.Outcome.MOVES;
  }

  /** Whether its old code would be found, and the classes that its locals are declared with. */
  private boolean couldPin(Place place) {
    return missing.get(place).pins() && place.layout().slots().stream().allMatch(this::hasType);
  }

  private boolean hasType(PointLayout.Slot slot) {
    try {
      return slot.descriptor().length() == 1 || Types.find(slot.descriptor(), loader) != null;
    } catch (ClassNotFoundException | LinkageError e) {
      return pinnable.contains(Types.name(slot.descriptor()).replace("[]", ""));
    }
  }

  /** Where the classes are that the frames refer to. */
  ClassLoader loader() {
    return loader;
  }

  private void land(Contents contents) {
    places = contents.places();
    mixed = mixed(places);
    places.forEach(this::land);
    if (!pinned.isEmpty()) {
      found.clear();
      missing.clear();
      pinnable.clear();
      loader = new PinnedClasses(policy.loader(), Map.copyOf(pinned));
      pinning = true;
      owner = null;
      places.forEach(this::land);
    }
  }

  private static Set<String> mixed(List<Place> places) {
    if (places.size() == 1) {
      return Set.of();
    }
    Map<String, String> first = new HashMap<>();
    Set<String> mixed = new HashSet<>();
    for (Place place : places) {
      String version = first.putIfAbsent(place.owner(), place.version());
      if (version != null && !version.equals(place.version())) {
        mixed.add(place.owner());
      }
    }
    return mixed;
  }

  private void land(Place place) {
    try {
      Class<?> owner = owner(place);
      Optional<SuspendableCode> code =
          SuspendableCode.find(owner, place.method(), place.descriptor());
      if (code.isPresent()) {
        land(place, code.get());
      } else {
        notSuspendable(place, owner);
      }
    } catch (ClassNotFoundException | LinkageError e) {
      pin(place, "its class, or that of a local, cannot be loaded: " + e, LOADER);
    }
  }

  /** Places that follow each other are often in the same class. */
  private Class<?> owner(Place place) throws ClassNotFoundException {
    if (owner == null || !owner.getName().equals(place.owner())) {
      owner = Types.named(place.owner(), loader);
    }
    return owner;
  }

  private void notSuspendable(Place place, Class<?> owner) {
    String why = "the class has no suspendable method " + place.method() + place.descriptor();
    Optional<String> agent = SuspendableCode.refusalOfAgent(place.owner(), place.method());
    if (agent.isPresent()) {
      pin(place, why + ": " + agent.get(), "");
    } else if (SuspendableCode.isDeclared(owner, place.method(), place.descriptor())) {
      pin(place, why, INSTRUMENT);
    } else {
      pin(place, why + " any more" + overloads(owner, place.method()), OLD_CODE);
    }
  }

  /** The method may have got another parameter. */
  private static String overloads(Class<?> owner, String method) {
    List<String> overloads = SuspendableCode.overloads(owner, method);
    return overloads.isEmpty() ? "" : ", only " + String.join(" and ", overloads);
  }

  private void land(Place place, SuspendableCode code) throws ClassNotFoundException {
    int point = code.layouts().indexOf(place.layout()); // the ordinal makes each another one
    String refusal = point < 0 ? null : code.refusal(point);
    boolean same = isSame(place, code);
    String why = refusal != null ? refusal : same ? unknown(point) : changed(place, code, point);
    if (why.isEmpty()) {
      found.put(place, Landing.of(code, point));
    } else if (same) {
      Obstacle again = Obstacle.at("", place.toString(), why, "take the snapshot again");
      missing.put(place, new Missing(again, false));
    } else {
      pin(place, why, OLD_CODE);
    }
  }

  private static boolean isSame(Place place, SuspendableCode code) {
    String version = CodeVersion.known(code.version());
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

  /** Notes that the old code will be looked at, or else what stands in the way. */
  private void pin(Place place, String why, String remedy) {
    boolean several = mixed.contains(place.owner());
    boolean pins = !several && !isPinned(place) && !place.version().equals(CodeVersion.UNKNOWN);
    byte[] bytes = pins && !pinning ? old(place.version()) : null;
    if (bytes != null) {
      pinned.put(place.owner(), bytes);
    } else {
      String all = several ? why + SEVERAL : why;
      String instead = several ? remedy.replace(OLD_CODE, APART) : remedy;
      missing.put(place, new Missing(Obstacle.at("", place.toString(), all, instead), pins));
      if (pins) {
        pinnable.add(place.owner());
      }
    }
  }

  private byte[] old(String hash) {
    try {
      return policy.code(hash);
    } catch (RuntimeException e) {
      failures.put(hash, e);
      return null;
    }
  }
}
