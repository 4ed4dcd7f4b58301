package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.it.harness.SnapshotFields;
import dev.respool.it.harness.SnapshotFields.Field;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.harness.Verdict;
import dev.respool.it.scenarios.saved.Forgeable;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Frames that are right each by itself, but have not called each other. The forged frames hold no
 * objects, so that they can be moved as they are.
 */
@ExtendWith(TransformedTests.class)
class SnapshotFramesForgeryTest {
  /** What stands before the frames, each frame, and what stands behind them. */
  private record Parts(List<Field> before, List<List<Field>> frames, List<Field> behind) {
    static Parts of(Forgeable what) {
      List<Field> fields = SnapshotFields.of(what.saved());
      List<List<Field>> frames = new ArrayList<>();
      List<Field> before = new ArrayList<>();
      for (Field field : fields.subList(0, fields.size() - 1)) {
        if (field.name().equals("place")) {
          frames.add(new ArrayList<>());
        }
        (frames.isEmpty() ? before : frames.get(frames.size() - 1)).add(field);
      }
      return new Parts(before, frames, fields.subList(fields.size() - 1, fields.size()));
    }

    byte[] with(List<List<Field>> others) {
      List<Field> all = new ArrayList<>(before);
      int count = all.size() - 1;
      all.set(count, all.get(count).withNumber(others.size()));
      others.forEach(all::addAll);
      all.addAll(behind);
      return SnapshotFields.snapshot(all);
    }
  }

  private void refuses(Forgeable what, byte[] forged) {
    assertTrue(Verdict.isRefused(forged, Forgeable.policy(), what::restored));
  }

  @Test
  void frames_in_their_order_go_on() {
    Parts calls = Parts.of(Forgeable.CALLS);
    byte[] same = calls.with(calls.frames);
    assertFalse(Verdict.isRefused(same, Forgeable.policy(), Forgeable.CALLS::restored));
    assertEquals(7, calls.frames.size());
  }

  @Test
  void frames_that_have_changed_places_are_refused() {
    Parts calls = Parts.of(Forgeable.CALLS);
    for (int i = 0; i < calls.frames.size(); i++) {
      for (int j = 0; j < i; j++) {
        List<List<Field>> frames = new ArrayList<>(calls.frames);
        Collections.swap(frames, i, j);
        refuses(Forgeable.CALLS, calls.with(frames));
      }
    }
  }

  @Test
  void a_frame_without_the_one_that_it_called_is_refused() {
    Parts calls = Parts.of(Forgeable.CALLS);
    for (int i = 0; i < calls.frames.size() - 1; i++) {
      List<List<Field>> frames = new ArrayList<>(calls.frames);
      frames.remove(i);
      refuses(Forgeable.CALLS, calls.with(frames));
      refuses(Forgeable.CALLS, calls.with(calls.frames.subList(i + 1, calls.frames.size())));
    }
  }

  @Test
  void a_frame_that_stands_there_twice_is_refused() {
    Parts calls = Parts.of(Forgeable.CALLS);
    for (int i = 0; i < calls.frames.size(); i++) {
      List<List<Field>> frames = new ArrayList<>(calls.frames);
      frames.add(i, frames.get(i));
      refuses(Forgeable.CALLS, calls.with(frames));
    }
  }

  @Test
  void the_frames_of_one_kind_are_refused_in_another() {
    List<Forgeable> kinds =
        List.of(
            Forgeable.CALLS,
            Forgeable.GENERATOR,
            Forgeable.INTS,
            Forgeable.LONGS,
            Forgeable.DOUBLES);
    for (Forgeable what : kinds) {
      for (Forgeable other : kinds) {
        Parts own = Parts.of(what);
        Parts others = Parts.of(other);
        byte[] forged = new Parts(own.before, List.of(), others.behind).with(others.frames);
        assertEquals(what != other, Verdict.isRefused(forged, Forgeable.policy(), what::restored));
      }
    }
  }

  @Test
  void the_refusal_names_both_frames() {
    Parts calls = Parts.of(Forgeable.CALLS);
    List<List<Field>> frames = new ArrayList<>(calls.frames);
    frames.remove(2);
    Snapshot snapshot = Snapshot.read(calls.with(frames), Forgeable.policy());
    String said = assertThrows(SnapshotException.class, snapshot::restore).getMessage();
    assertTrue(said.contains("HeldCalls.truth(HeldCalls.java:"), said);
    assertTrue(said.contains("it waits for a call of "), said);
  }
}
