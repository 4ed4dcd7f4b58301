package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who observes is told of each thing that happens, until somebody else does. */
class ObservationTest {
  private final List<String> told = new ArrayList<>();

  /** Ends at once. */
  private final Continuation returns =
      new Continuation() {
        @Override
        protected Object start(Carrier carrier, Object first) {
          told.add("body");
          return first;
        }
      };

  private final Continuation fails =
      new Continuation() {
        @Override
        protected Object start(Carrier carrier, Object first) {
          throw new IllegalArgumentException();
        }
      };

  /** Notes everything, and hands out its own name. */
  private final class Notes implements Observer {
    private final String name;

    Notes(String name) {
      this.name = name;
    }

    @Override
    public void created(Continuation continuation, Object body) {
      told.add("created " + body);
    }

    @Override
    public Object runs(Continuation continuation) {
      told.add("runs");
      return name;
    }

    @Override
    public void suspended(Object slice, Continuation continuation, Object out) {
      throw new AssertionError();
    }

    @Override
    public void ended(Object slice, Continuation continuation, End end, Throwable thrown) {
      told.add(end + " " + slice + " " + (thrown == null ? "" : thrown.getClass().getSimpleName()));
      throw new StackOverflowError("of the observer");
    }

    @Override
    public void refused(Continuation continuation, String frame, String reason, String remedy) {
      told.add("refused " + frame + ", " + reason + ", " + remedy);
    }

    @Override
    public Object turns() {
      told.add("turns");
      return name;
    }

    @Override
    public void turned(Object turn, int steps, int runnable) {
      told.add("turned " + turn + " " + steps + " " + runnable);
    }
  }

  @BeforeEach
  void observe() {
    Observation.set(new Notes("first"));
  }

  @AfterEach
  void observe_no_more() {
    Observation.set(null);
  }

  @Test
  void a_run_is_told_of_before_and_after_and_a_failure_of_the_observer_changes_nothing()
      throws Throwable {
    assertEquals("x", Continuation.resume(returns, "x", 0));
    assertEquals(List.of("runs", "body", "RETURNED first "), told);
  }

  @Test
  void a_failure_is_told_of() {
    assertThrows(IllegalArgumentException.class, () -> Continuation.resume(fails, null, 0));
    assertEquals(List.of("runs", "FAILED first IllegalArgumentException"), told);
  }

  @Test
  void what_else_happens_is_told_of() {
    Observation.created(returns, "a body");
    Observation.refused("a frame", new Obstacle("a reason", "a remedy"));
    Observation.turned(Observation.turns(), 2, List.of(1, 2, 3));
    assertEquals(
        List.of(
            "created a body", "refused a frame, a reason, a remedy", "turns", "turned first 2 3"),
        told);
  }

  @Test
  void a_run_that_has_begun_before_is_told_to_the_new_observer() throws Throwable {
    Continuation changes =
        new Continuation() {
          @Override
          protected Object start(Carrier carrier, Object first) {
            Observation.set(new Notes("second"));
            return null;
          }
        };
    Continuation.resume(changes, null, 0);
    Continuation.resume(returns, null, 0);
    assertEquals(List.of("runs", "RETURNED first ", "runs", "body", "RETURNED second "), told);
  }

  @Test
  void nobody_is_told_any_more() throws Throwable {
    Observation.set(null);
    Observation.created(returns, null);
    Continuation.resume(returns, null, 0);
    assertEquals(null, Observation.turns());
    assertEquals(List.of("body"), told);
  }
}
