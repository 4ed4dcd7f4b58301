package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.snapshot.CodeVersion;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Coroutines that wait while their code is deployed anew. */
class SnapshotUpgradeTest {
  private static final String CHARGE = Deployed.CHARGE;

  /** No local lives at its calls. */
  private static final String TWICE =
      """
      package dev.respool.it.targets;
      import dev.respool.*;
      public class Charge implements CoroutineBody<Object, Object>, java.io.Serializable {
        static int charged;
        @Suspendable public Object run(Object first) {
          Coroutine.yield("order");
          charged++;
          Object paid = Coroutine.yield("charge");
          return "v1 " + paid + charged;
        }
        @Suspendable static void ask() { Coroutine.yield("asked"); }
        @Suspendable static void tell() { Coroutine.yield("told"); }
      }
      """;

  @Test
  void the_same_code_goes_on() throws Exception {
    byte[] bytes = Deployed.of(CHARGE).suspended();
    assertEquals("v1 c5!", Deployed.of(CHARGE).resumed(bytes));
  }

  @Test
  void code_whose_point_has_the_same_layout_takes_over() throws Exception {
    byte[] bytes = Deployed.of(CHARGE).suspended();
    String moved = CHARGE.replace("v1", "v2").replace("int amount", "\n\n\nint amount");
    assertEquals("v2 c5!", Deployed.of(moved).resumed(bytes));
    String wrapped =
        moved.replace("Object paid", "while (true) { Object paid").replace("paid;", "paid; }");
    assertEquals("v2 c5!", Deployed.of(wrapped).resumed(bytes));
    SnapshotPolicy strict = SnapshotPolicy.standard().withoutMoves();
    SnapshotException thrown =
        assertThrows(SnapshotException.class, () -> Deployed.of(moved).resumed(bytes, strict));
    assertTrue(thrown.getMessage().contains("the policy forbids moves"));
  }

  @Test
  void a_local_that_appeared_vanished_or_changed_is_told() throws Exception {
    byte[] bytes = Deployed.of(CHARGE).suspended();
    String added =
        CHARGE
            .replace("int amount", "String charged = first + \"\"; int amount")
            .replace("+ paid", "+ paid + charged");
    assertTrue(
        Deployed.of(added).fails(bytes).contains("'charged' of type java.lang.String appeared"));
    String removed = CHARGE.replace("customer + amount", "customer");
    assertTrue(Deployed.of(removed).fails(bytes).contains("'amount' vanished"));
    String renamed = CHARGE.replace("customer", "client");
    String said = Deployed.of(renamed).fails(bytes);
    assertTrue(said.contains("'customer' vanished"), said);
    assertTrue(said.contains("'client' of type java.lang.String appeared"), said);
    String retyped = CHARGE.replace("int amount", "long amount");
    said = Deployed.of(retyped).fails(bytes);
    assertTrue(said.contains("'amount' changed its type from int to long"), said);
    assertTrue(said.contains("at line 7 then and line 7 now"), said);
    assertTrue(said.contains("Charge.run(Charge.java:7)"), said);
  }

  @Test
  void a_call_that_was_added_or_removed_elsewhere_is_told() throws Exception {
    byte[] second = Deployed.of(TWICE).suspended("order", "charge");
    String lines = TWICE.replace("v1", "v2").replace("charged++", "\n\n\ncharged++");
    assertEquals("v2 !0", Deployed.of(lines).resumed(second));
    String added = TWICE.replace("Coroutine.yield(\"o", "Coroutine.yield(1); Coroutine.yield(\"o");
    String said = Deployed.of(added).fails(second);
    assertTrue(said.contains("were added or removed: it had 2 and has 3 now"), said);
    byte[] first = Deployed.of(TWICE).suspended("order");
    assertTrue(Deployed.of(added).fails(first).contains("it had 2 and has 3 now"));
    String removed = TWICE.replace("Coroutine.yield(\"charge\")", "null");
    assertTrue(Deployed.of(removed).fails(first).contains("it had 2 and has 1 now"));
  }

  @Test
  void calls_in_another_order_are_told() throws Exception {
    String calls = TWICE.replace("return", "ask(); tell(); return");
    byte[] bytes = Deployed.of(calls).suspended("order", "charge", "asked");
    assertEquals("told", Deployed.of(calls.replace("v1", "v2")).resumed(bytes));
    String reordered = calls.replace("ask(); tell(); return", "tell(); ask(); return");
    String said = Deployed.of(reordered).fails(bytes);
    assertTrue(said.contains("that may suspend were reordered"), said);
  }

  @Test
  void a_call_or_a_method_that_is_gone_is_told() throws Exception {
    byte[] bytes = Deployed.of(CHARGE).suspended();
    String other = CHARGE.replace("yield(\"charge\")", "yield()");
    assertTrue(Deployed.of(other).fails(bytes).contains("does not call"));
    String plain = CHARGE.replace("Coroutine.yield(\"charge\")", "null");
    assertTrue(Deployed.of(plain).fails(bytes).contains("has no suspendable method run"));
  }

  @Test
  void a_method_that_has_got_a_parameter_is_told_with_those_that_are_there() throws Exception {
    String asking = TWICE.replace("return", "ask(); return");
    byte[] bytes = Deployed.of(asking).suspended("order", "charge", "asked");
    String more = asking.replace("ask();", "ask(1);").replace("void ask()", "void ask(int n)");
    String said = Deployed.of(more).fails(bytes);
    assertTrue(said.contains("no suspendable method ask()V any more, only ask(I)V"), said);
    assertTrue(said.contains("give the old class file by SnapshotPolicy.withCode"), said);
    assertFalse(said.contains("mark it @Suspendable"), said);
  }

  @Test
  void old_code_at_hand_goes_on_where_new_code_cannot() throws Exception {
    Deployed old = Deployed.of(CHARGE);
    byte[] bytes = old.suspended();
    Map<String, byte[]> store =
        Snapshot.read(bytes, SnapshotPolicy.standard()).code().stream()
            .collect(Collectors.toMap(CodeVersion::hash, version -> Deployed.instrumented(CHARGE)));
    Function<String, byte[]> byHash = store::get;
    Deployed retyped = Deployed.of(CHARGE.replace("v1", "v2").replace("int amount", "long amount"));
    assertEquals("v1 c5!", retyped.resumed(bytes, SnapshotPolicy.standard().withCode(byHash)));
    Deployed same = Deployed.of(CHARGE.replace("v1", "v2"));
    assertEquals("v2 c5!", same.resumed(bytes, SnapshotPolicy.standard().withCode(byHash)));
    assertEquals(
        "v1 c5!", same.resumed(bytes, SnapshotPolicy.standard().withoutMoves().withCode(byHash)));
  }

  @Test
  void the_class_file_of_old_code_is_the_old_one() throws Exception {
    byte[] bytes = Deployed.of(CHARGE).suspended();
    byte[] stored = Deployed.instrumented(CHARGE);
    Deployed retyped = Deployed.of(CHARGE.replace("int amount", "long amount"));
    SnapshotPolicy policy =
        SnapshotPolicy.standard().withCode(hash -> stored).withClassLoader(retyped.loader());
    Coroutine<Object, Object> pinned = Snapshot.read(bytes, policy).restore();
    CodeVersion version = Snapshot.of(pinned).code().iterator().next();
    assertArrayEquals(stored, version.bytes().orElseThrow());
  }

  @Test
  void each_version_of_a_class_is_listed() throws Exception {
    String keeping =
        CHARGE.replace("int amount = 5;", "Object amount = first;").replace("v1 ", "v3 ");
    List<Object> others = new ArrayList<>();
    for (String version : List.of(CHARGE, CHARGE.replace("v1", "v2"))) {
      Coroutine<Object, Object> co = Deployed.of(version).coroutine();
      co.resume();
      others.add(co);
    }
    Coroutine<Object, Object> co = Deployed.of(keeping).coroutine();
    co.resume(others);
    Snapshot snapshot = Snapshot.of(co);
    assertEquals(3, snapshot.code().size(), snapshot.code()::toString);
    Snapshot read = Snapshot.read(snapshot.toBytes(), SnapshotPolicy.standard());
    assertEquals(snapshot.code(), read.code());
  }

  @Test
  void a_class_that_cannot_be_initialised_is_told_with_the_cause() throws Exception {
    byte[] bytes = Deployed.of(TWICE).suspended("order");
    String failing =
        TWICE.replace("int charged;", "int charged; static { Integer.parseInt(\"no number\"); }");
    Deployed deployed = Deployed.of(failing);
    SnapshotException thrown = assertThrows(SnapshotException.class, () -> deployed.resumed(bytes));
    assertTrue(thrown.getMessage().contains("ExceptionInInitializerError"), thrown.getMessage());
    assertTrue(thrown.getCause() instanceof ExceptionInInitializerError);
    assertTrue(thrown.getCause().getCause() instanceof NumberFormatException);
  }

  @Test
  void without_a_chosen_loader_that_of_the_saved_program_restores() throws Exception {
    Coroutine<Object, Object> co = Deployed.of(CHARGE).coroutine();
    co.resume();
    SnapshotPolicy small = SnapshotPolicy.standard().withMaxBytes(10_000);
    assertEquals("v1 c5!", Snapshot.of(co, small).restore().resume("!"));
    Deployed newer = Deployed.of(CHARGE.replace("v1", "v2"));
    SnapshotPolicy chosen = small.withClassLoader(newer.loader());
    assertEquals("v2 c5!", Snapshot.of(co, chosen).restore().resume("!"));
  }

  @Test
  void a_failure_to_find_old_code_is_told_with_its_cause() throws Exception {
    byte[] bytes = Deployed.of(CHARGE).suspended();
    IllegalStateException failure = new IllegalStateException("the store is away");
    SnapshotPolicy policy =
        SnapshotPolicy.standard()
            .withCode(
                hash -> {
                  throw failure;
                });
    Deployed retyped = Deployed.of(CHARGE.replace("int amount", "long amount"));
    SnapshotException thrown =
        assertThrows(SnapshotException.class, () -> retyped.resumed(bytes, policy));
    assertSame(failure, thrown.getCause());
    assertEquals(2, thrown.obstacles().size());
    assertTrue(thrown.getMessage().contains("'amount' changed its type"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("the store is away"), thrown.getMessage());
  }

  @Test
  void old_code_of_another_version_is_not_taken() throws Exception {
    byte[] bytes = Deployed.of(CHARGE).suspended();
    Deployed retyped = Deployed.of(CHARGE.replace("int amount", "long amount"));
    byte[] other = Deployed.instrumented(CHARGE.replace("v1", "v3"));
    SnapshotPolicy policy = SnapshotPolicy.standard().withCode(hash -> other);
    SnapshotException thrown =
        assertThrows(SnapshotException.class, () -> retyped.resumed(bytes, policy));
    assertTrue(thrown.getMessage().contains("another version of the class than the hash says"));
  }

  @Test
  void a_method_that_gives_up_monitors_now_does_not_take_over() throws Exception {
    String living = TWICE.replace("+ charged", "+ charged + (this == null)");
    byte[] bytes = Deployed.of(living).suspended("order");
    Deployed locking = Deployed.of(living.replace("public Object", "public synchronized Object"));
    String said = locking.fails(bytes);
    assertTrue(said.contains("it has released monitors"), said);
    String elsewhere = "charged++; synchronized (this) { tell(); }";
    Deployed old = Deployed.of(TWICE.replace("charged++;", elsewhere));
    SnapshotPolicy policy = SnapshotPolicy.allowing("dev.respool.it.targets.Charge");
    assertEquals("told", old.resumed(old.suspended("order"), policy));
    said = assertThrows(SnapshotException.class, () -> old.suspended("order", "told")).getMessage();
    assertTrue(said.contains("Charge.run(Charge.java:7), it has released monitors"), said);
  }
}
