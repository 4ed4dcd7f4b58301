package dev.respool.snapshot;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at what a restore would do with each frame, and makes none. */
final class Rehearsal {
  private final Landings landings;
  private final Map<Place, Integer> counts = new IdentityHashMap<>();
  private final Map<Place, Obstacle> misfits = new IdentityHashMap<>(); // the first of each place

  Rehearsal(SnapshotPolicy policy) {
    this.landings = new Landings(policy);
  }

  RestorePreview of(Contents contents) {
    landings.look(contents);
    for (Contents.Saved saved : contents.continuations()) {
      new CallChain(saved, landings)
          .breaks()
          .forEach(broken -> misfits.putIfAbsent(broken.place(), broken.obstacle()));
      for (Contents.Activation activation : saved.activations()) {
        counts.merge(activation.place(), 1, Integer::sum);
        findMisfit(activation);
      }
    }
    List<RestorePreview.Frames> frames = new ArrayList<>();
    for (Place place : landings.places()) {
      if (!place.adapter() || obstacle(place).isPresent()) {
        frames.add(frames(place));
      }
    }
    return new RestorePreview(frames);
  }

  /** The one thing that can be said of a value before it is read. */
  private void findMisfit(Contents.Activation activation) {
    Landing landing = landings.of(activation.place());
    for (int i = 0; landing != null && i < activation.values().size(); i++) {
      if (activation.values().get(i) instanceof Contents.Stored stored
          && landing.isAlwaysNull(i, stored)) {
        String type = stored.object().className();
        misfits.putIfAbsent(
            activation.place(), Landing.misfit(activation.place(), i, type, Landing.NULL));
      }
    }
  }

  private RestorePreview.Frames frames(Place place) {
    RestorePreview.Outcome outcome =
        misfits.containsKey(place) ? RestorePreview.Outcome.FAILS : landings.outcome(place);
    return new RestorePreview.Frames(place.toString(), counts.get(place), outcome, obstacle(place));
  }

  private Optional<Obstacle> obstacle(Place place) {
    return landings.obstacle(place).or(() -> Optional.ofNullable(misfits.get(place)));
  }
}
