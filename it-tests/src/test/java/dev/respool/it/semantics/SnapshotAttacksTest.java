package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.it.harness.Forgery;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.harness.Verdict;
import dev.respool.it.scenarios.saved.HeldParts;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Snapshots whose bytes were changed at random are refused, or hold values of the right types. */
@ExtendWith(TransformedTests.class)
class SnapshotAttacksTest {
  /** {@code -Dfuzz.snapshots=N} makes it more. */
  private static final int FORGED = Integer.getInteger("fuzz.snapshots", 5_000);

  @Test
  void without_an_attack_it_goes_on() {
    Coroutine<Object, Object> co = Snapshot.read(HeldParts.saved(), HeldParts.policy()).restore();
    co.resume();
    assertEquals("textab1534true2" + HeldParts.EXTERNAL, co.resume());
  }

  @Test
  void damaged_bytes_are_refused_with_a_reason() {
    byte[] bytes = HeldParts.saved();
    Random random = new Random(7);
    for (int i = 0; i < FORGED; i++) {
      byte[] damaged = Forgery.damaged(bytes, random);
      if (!Arrays.equals(bytes, damaged)) {
        assertThrows(
            SnapshotException.class,
            () -> Snapshot.read(damaged, HeldParts.policy(HeldParts.class.getName() + "*")));
      }
    }
  }

  @Test
  void forged_bytes_are_refused_or_of_the_right_types() {
    byte[] bytes = HeldParts.saved();
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < FORGED; i++) {
      byte[] forged = Forgery.checked(Forgery.damaged(bytes, random));
      refused += Verdict.isRefused(forged, HeldParts.policy(), Snapshot::restore) ? 1 : 0;
    }
    assertTrue(refused > FORGED / 2, "only " + refused);
  }
}
