package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is compared when a frame is to move into newer code, and what is not. */
class SnapshotMoveTest {
  private static final String CHARGE = Deployed.CHARGE;
  private static final String CALL = "Object paid = Coroutine.yield(\"charge\");";

  private static final String ASK =
      "@Suspendable static Object ask() { return Coroutine.yield(\"charge\"); } @Suspendable";

  private static final String COUNTED =
      """
      package dev.respool.it.targets;
      import dev.respool.*;
      public class Charge implements CoroutineBody<Object, Object> {
        @Suspendable public Object run(Object first) {
          int[] charged = {0};
          charged[0]++;
          Object paid = Coroutine.yield("charge");
          return "charged " + charged[0] + paid;
        }
      }
      """;

  /** The code before the call stands behind it now, so it runs again. */
  @Test
  void the_order_of_the_code_between_calls_is_not_compared() throws Exception {
    byte[] bytes = Deployed.of(COUNTED).suspended();
    String count = "charged[0]++;";
    Deployed later =
        Deployed.of(COUNTED.replace(count, "").replace("\"charge\");", "\"charge\"); " + count));
    assertEquals("charged 2!", later.resumed(bytes));

    SnapshotPolicy strict = SnapshotPolicy.standard().withoutMoves();
    String said =
        assertThrows(SnapshotException.class, () -> later.resumed(bytes, strict)).getMessage();
    assertTrue(said.contains("the policy forbids moves"), said);
    byte[] old = Deployed.instrumented(COUNTED);
    assertEquals("charged 1!", later.resumed(bytes, strict.withCode(hash -> old)));
  }

  /** What a loop keeps lives at the call. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int i = 0; i < 2; i++ | of type int",
        "String each : java.util.List.of(\"a\") | of type java.util.Iterator",
        "String each : new String[] {\"a\"} | of type java.lang.String[]"
      })
  void a_loop_around_a_call_that_came_or_went_is_told(String loop, String kept) throws Exception {
    String looped =
        CHARGE.replace(
            CALL, "Object paid = null; for (" + loop + ") { " + CALL.substring(7) + " }");
    String said = Deployed.of(looped).fails(Deployed.of(CHARGE).suspended());
    assertTrue(said.contains(kept + " appeared"), said);
    said = Deployed.of(CHARGE).fails(Deployed.of(looped).suspended());
    assertTrue(said.contains(" vanished"), said);
  }

  @Test
  void a_renamed_method_is_told() throws Exception {
    String asking = CHARGE.replace(CALL, "Object paid = ask();").replace("@Suspendable", ASK);
    byte[] bytes = Deployed.of(asking).suspended();
    String said = Deployed.of(asking.replace("ask()", "inquire()")).fails(bytes);
    assertTrue(said.contains("no suspendable method ask()Ljava/lang/Object; any more; "), said);
    assertTrue(said.contains("any more; give the old class file by SnapshotPolicy.withCode"), said);
    assertTrue(said.contains("the method does not call"), said);
  }

  @Test
  void a_renamed_class_is_told_and_can_be_pinned() throws Exception {
    byte[] bytes = Deployed.of(CHARGE).suspended();
    Deployed renamed = Deployed.of(CHARGE.replace("public class Charge", "class ChargeNew"));
    String said = renamed.fails(bytes);
    assertTrue(said.contains("ClassNotFoundException: dev.respool.it.targets.Charge"), said);
    assertTrue(said.contains("give the class loader of the program"), said);
    assertTrue(said.contains("or give the old class file by SnapshotPolicy.withCode"), said);
    byte[] old = Deployed.instrumented(CHARGE);
    SnapshotPolicy keeping = SnapshotPolicy.standard().withCode(hash -> old);
    assertEquals("v1 c5!", renamed.resumed(bytes, keeping));
  }
}
