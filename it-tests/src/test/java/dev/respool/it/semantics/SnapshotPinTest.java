package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.snapshot.Obstacle;
import dev.respool.snapshot.RestorePreview;
import dev.respool.snapshot.RestorePreview.Outcome;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pinning cannot do: it gives a class one old version, and no way to what is not public. */
class SnapshotPinTest {

  /** One coroutine may hold another one, of the same class in another version. */
  private static final String HOLDING =
      """
      package dev.respool.it.targets;
      import dev.respool.*;
      public class Charge implements CoroutineBody<Object, Object> {
        @Suspendable public Object run(Object first) {
          return first == null ? charge() : hold((Coroutine<?, ?>) first);
        }
        @Suspendable static Object charge() {
          int amount = 5;
          Object paid = Coroutine.yield("charge");
          return "v1 " + amount + paid;
        }
        @Suspendable static Object hold(Coroutine<?, ?> other) {
          Coroutine.yield("holds");
          return other.resume();
        }
      }
      """;

  private static final String NEWER = HOLDING.replace("v1", "v2");

  /** A coroutine of the newer version that holds one of the older. */
  private static byte[] ofBothVersions() throws Exception {
    Coroutine<Object, Object> older = Deployed.of(HOLDING).coroutine();
    assertEquals("charge", older.resume());
    Coroutine<Object, Object> newer = Deployed.of(NEWER).coroutine();
    assertEquals("holds", newer.resume(older));
    return Snapshot.of(newer).toBytes();
  }

  private static SnapshotPolicy policy(Deployed now) {
    return SnapshotPolicy.standard().withClassLoader(now.loader());
  }

  @Test
  void two_versions_of_a_class_move_together() throws Exception {
    Deployed now = Deployed.of(HOLDING.replace("v1", "v3"));
    assertEquals("v3 5null", now.resumed(ofBothVersions()));
  }

  @Test
  void two_versions_of_a_class_of_which_one_needs_a_pin_fail_with_what_to_do() throws Exception {
    byte[] bytes = ofBothVersions();
    Deployed now = Deployed.of(NEWER.replace("int amount", "long amount"));
    byte[] old = Deployed.instrumented(HOLDING);
    for (SnapshotPolicy policy : List.of(policy(now), policy(now).withCode(hash -> old))) {
      Snapshot snapshot = Snapshot.read(bytes, policy);
      RestorePreview preview = snapshot.preview();
      assertEquals(Outcome.FAILS, preview.outcome(), preview::toString);
      Obstacle only = assertThrows(SnapshotException.class, snapshot::restore).obstacles().get(0);
      assertTrue(only.why().contains("'amount' changed its type"), only.why());
      assertTrue(only.why().contains("frames of several versions of the class"), only.why());
      assertEquals(
          "save the coroutines in snapshots of their own, each with one version of the class",
          only.remedy());
    }
  }

  /** Source with something that the code behind the yield uses. */
  private static String using(String members, String value) {
    return Deployed.CHARGE
        .replace("+ paid", "+ paid + " + value)
        .replace("@Suspendable", members + " @Suspendable");
  }

  private static Snapshot pinned(String source) throws Exception {
    byte[] bytes = Deployed.of(source).suspended();
    Deployed now = Deployed.of(source.replace("int amount", "long amount"));
    byte[] old = Deployed.instrumented(source);
    Snapshot snapshot = Snapshot.read(bytes, policy(now).withCode(hash -> old));
    assertEquals(Outcome.PINNED, snapshot.preview().outcome());
    return snapshot;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public static class Item { public static int count() { return 1; } } | Item.count()",
        "private static int count() { return 1; } | count()",
        "'' | ((java.util.function.IntSupplier) () -> 1).getAsInt()"
      })
  void pinned_code_uses_itself_and_what_is_public(String members, String value) throws Exception {
    assertEquals("v1 c5!1", pinned(using(members, value)).restore().resume("!"));
  }

  /** The last one is the table that javac makes for a switch over an enum, in a nested class. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public static class Item { static int count() { return 1; } } | Item.count()",
        "static class Item { public static int count() { return 1; } } | Item.count()",
        "private record Item(int count) {} | new Item(1).count()",
        "'' | (switch (Thread.currentThread().getState()) { case RUNNABLE -> 1; default -> 2; })"
      })
  void pinned_code_fails_when_it_uses_what_is_not_public_in_living_classes(
      String members, String value) throws Exception {
    Coroutine<Object, Object> restored = pinned(using(members, value)).restore();
    String said = assertThrows(IllegalAccessError.class, () -> restored.resume("!")).getMessage();
    assertTrue(said.contains("loader 'pinned by SnapshotPolicy.withCode'"), said);
  }
}
