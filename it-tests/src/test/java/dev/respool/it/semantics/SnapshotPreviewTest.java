package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.it.harness.SnapshotFields;
import dev.respool.it.harness.SnapshotFields.Field;
import dev.respool.snapshot.Obstacle;
import dev.respool.snapshot.RestorePreview;
import dev.respool.snapshot.RestorePreview.Outcome;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said before a restore is what the restore does, with old code at hand and without. */
class SnapshotPreviewTest {
  private static final String CHARGE = Deployed.CHARGE;
  private static final String INITIALISED = "respool.test.preview.initialised";

  private static final String LOCKED =
      "Object paid; synchronized (System.class) { paid = Coroutine.yield(\"charge\"); }";

  /** A recursion, and the body that calls it. */
  private static final String WALK =
      """
      package dev.respool.it.targets;
      import dev.respool.*;
      public class Charge implements CoroutineBody<Object, Object> {
        @Suspendable public Object run(Object first) {
          int steps = 3;
          return walk(steps) + steps;
        }
        @Suspendable static int walk(int left) {
          if (left == 0) {
            Coroutine.yield("charge");
            return 0;
          }
          return walk(left - 1) + left;
        }
      }
      """;

  private static final String WALK_WITH_LONG =
      WALK.replace("int steps", "long steps").replace("(steps)", "(3)");

  /** A local of a type of its own. */
  private static final String ITEM =
      CHARGE
          .replace("String customer = \"c\"", "Item customer = new Item()")
          .replace(
              "@Suspendable",
              "static class Item implements java.io.Serializable {"
                  + " private static final long serialVersionUID = 1; } @Suspendable");

  /**
   * A deploy.
   *
   * @param name what is changed
   * @param before the code that was saved
   * @param after the code that is to restore it
   * @param outcome what becomes of the snapshot
   */
  private record Change(String name, String before, String after, Outcome outcome) {
    static Change of(String name, String after, Outcome outcome) {
      return new Change(name, CHARGE, after, outcome);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Change> changes() {
    return Stream.of(
        Change.of("nothing", CHARGE, Outcome.GOES_ON),
        Change.of("lines", CHARGE.replace("int amount", "\n\nint amount"), Outcome.MOVES),
        Change.of("a type", CHARGE.replace("int amount", "long amount"), Outcome.NEEDS_PIN),
        Change.of("a name", CHARGE.replace("customer", "client"), Outcome.NEEDS_PIN),
        Change.of(
            "a call more",
            CHARGE.replace("int amount", "Coroutine.yield(\"order\"); int amount"),
            Outcome.NEEDS_PIN),
        Change.of(
            "the method waits no more",
            CHARGE.replace("Coroutine.yield(\"charge\")", "null"),
            Outcome.NEEDS_PIN),
        Change.of(
            "the class is gone",
            "package dev.respool.it.targets; class ChargeNoMore {}",
            Outcome.NEEDS_PIN),
        new Change(
            "the type of a local is gone",
            ITEM,
            ITEM.replace("Item", "Goods").replace("int amount = 5;", "int amount = 5;\n\n"),
            Outcome.FAILS),
        new Change(
            "a local is always null",
            CHARGE.replace("\"c\"", "first == null ? \"c\" : null"),
            CHARGE.replace("\"c\"", "null"),
            Outcome.FAILS),
        Change.of(
            "monitors are given up",
            CHARGE.replace("Object paid = Coroutine.yield(\"charge\");", LOCKED),
            Outcome.NEEDS_PIN),
        new Change("one frame of several", WALK, WALK_WITH_LONG, Outcome.NEEDS_PIN));
  }

  private static SnapshotPolicy policy(Deployed now) {
    return SnapshotPolicy.allowing("dev.respool.it.targets.**").withClassLoader(now.loader());
  }

  private static List<Obstacle> obstacles(RestorePreview preview) {
    return preview.frames().stream().flatMap(at -> at.obstacle().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_preview_is_what_restoring_does(Change change) throws Exception {
    byte[] bytes = Deployed.of(change.before()).suspended();
    Deployed now = Deployed.of(change.after());
    Snapshot snapshot = Snapshot.read(bytes, policy(now));

    RestorePreview preview = snapshot.preview();

    assertEquals(change.outcome(), preview.outcome(), preview::toString);
    if (preview.outcome().compareTo(Outcome.MOVES) <= 0) {
      assertDoesNotThrow(() -> now.resumed(bytes, policy(now)));
      assertEquals(List.of(), obstacles(preview));
    } else {
      SnapshotException thrown = assertThrows(SnapshotException.class, snapshot::restore);
      assertEquals(thrown.obstacles(), obstacles(preview));
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_pin_helps_where_the_preview_says_so(Change change) throws Exception {
    byte[] bytes = Deployed.of(change.before()).suspended();
    Deployed now = Deployed.of(change.after());
    byte[] old = Deployed.instrumented(change.before());
    SnapshotPolicy keeping = policy(now).withCode(hash -> old);

    RestorePreview preview = Snapshot.read(bytes, keeping).preview();

    boolean pins = change.outcome() == Outcome.NEEDS_PIN;
    assertEquals(pins ? Outcome.PINNED : change.outcome(), preview.outcome(), preview::toString);
    if (change.outcome() == Outcome.FAILS) {
      assertThrows(SnapshotException.class, () -> now.resumed(bytes, keeping));
    } else {
      Object result = now.resumed(bytes, keeping);
      assertTrue(!pins || result.equals(Deployed.of(change.before()).resumed(bytes)));
    }
  }

  @Test
  void frames_at_one_place_are_counted_and_each_place_has_its_outcome() throws Exception {
    byte[] bytes = Deployed.of(WALK).suspended();
    Deployed now = Deployed.of(WALK_WITH_LONG);

    RestorePreview preview = Snapshot.read(bytes, policy(now)).preview();

    assertEquals(
        List.of(Outcome.MOVES, Outcome.MOVES, Outcome.NEEDS_PIN),
        preview.frames().stream().map(RestorePreview.Frames::outcome).toList());
    assertEquals(
        List.of(1, 3, 1), preview.frames().stream().map(RestorePreview.Frames::count).toList());
    List<String> lines = preview.toString().lines().toList();
    assertEquals("needs a pin", lines.get(0));
    assertEquals(
        "  moves (3 frames): dev.respool.it.targets.Charge.walk(Charge.java:13)", lines.get(2));
    assertTrue(lines.get(3).contains("'steps' changed its type from int to long"), lines.get(3));
  }

  @Test
  void no_class_of_the_program_is_initialised() throws Exception {
    byte[] bytes = Deployed.of(CHARGE).suspended();
    String initialiser = "static { System.setProperty(\"" + INITIALISED + "\", \"yes\"); }";
    Deployed now = Deployed.of(CHARGE.replace("@Suspendable", initialiser + " @Suspendable"));

    RestorePreview preview = Snapshot.read(bytes, policy(now)).preview();

    assertEquals(Outcome.MOVES, preview.outcome());
    assertNull(System.getProperty(INITIALISED));
    now.resumed(bytes);
    assertEquals("yes", System.clearProperty(INITIALISED));
  }

  /** The numbers stand where the code declares other types. */
  @Test
  void a_class_with_frames_is_not_initialised_before_all_values_are_checked() throws Exception {
    List<Field> fields = new ArrayList<>(SnapshotFields.of(Deployed.of(CHARGE).suspended()));
    ByteArrayOutputStream numbers = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(numbers)) {
      for (Field field : fields) {
        if (field.name().equals("sort of value") && field.bytes()[0] != 0) {
          out.writeObject(1);
        }
      }
    }
    Field objects = fields.remove(fields.size() - 1);
    fields.add(new Field(objects.name(), objects.type(), numbers.toByteArray()));
    String initialiser = "static { System.setProperty(\"" + INITIALISED + "\", \"yes\"); }";
    Deployed now = Deployed.of(CHARGE.replace("@Suspendable", initialiser + " @Suspendable"));

    String said = now.fails(SnapshotFields.snapshot(fields));

    assertTrue(said.contains("its type must be"), said);
    assertNull(System.getProperty(INITIALISED));
  }

  @Test
  void what_has_no_frames_goes_on() {
    Coroutine<Object, Object> dead = Coroutine.create(() -> {});
    dead.resume();

    RestorePreview preview = Snapshot.of(dead).preview();

    assertEquals("goes on", preview.toString());
  }

  @Test
  void a_policy_without_moves_needs_a_pin() throws Exception {
    byte[] bytes = Deployed.of(CHARGE).suspended();
    Deployed now = Deployed.of(CHARGE.replace("v1", "v2"));

    RestorePreview preview = Snapshot.read(bytes, policy(now).withoutMoves()).preview();

    assertEquals(Outcome.NEEDS_PIN, preview.outcome());
    assertTrue(preview.toString().contains("the policy forbids moves"), preview::toString);
  }

  @Test
  void what_the_search_for_old_code_throws_is_passed_on() throws Exception {
    byte[] bytes = Deployed.of(CHARGE).suspended();
    Deployed now = Deployed.of(CHARGE.replace("int amount", "long amount"));
    IllegalStateException failure = new IllegalStateException("the store is away");
    SnapshotPolicy policy =
        policy(now)
            .withCode(
                hash -> {
                  throw failure;
                });
    Snapshot snapshot = Snapshot.read(bytes, policy);

    assertSame(failure, assertThrows(IllegalStateException.class, snapshot::preview));
  }
}
