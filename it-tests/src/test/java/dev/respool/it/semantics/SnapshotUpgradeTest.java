package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.SourceTargets;
import dev.respool.it.harness.VerifyingLoader;
import dev.respool.snapshot.CodeVersion;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Coroutines that wait while their code is deployed anew. */
class SnapshotUpgradeTest {
  private static final String CHARGE =
      """
      package dev.respool.it.targets;
      import dev.respool.*;
      public class Charge implements CoroutineBody<Object, Object> {
        @Suspendable public Object run(Object first) {
          int amount = 5;
          String customer = "c";
          Object paid = Coroutine.yield("charge");
          return "v1 " + customer + amount + paid;
        }
      }
      """;

  private record Deployed(VerifyingLoader loader) {
    static Deployed of(String source) throws Exception {
      ClassFiles classes = SourceTargets.compiledText("Charge", source, 17);
      return new Deployed(
          new VerifyingLoader(
              classes, Patterns.none(), name -> name.startsWith("dev.respool.it.targets.Charge")));
    }

    @SuppressWarnings("unchecked")
    byte[] suspended() throws Exception {
      Class<?> type = loader.loadClass("dev.respool.it.targets.Charge");
      CoroutineBody<Object, Object> body =
          (CoroutineBody<Object, Object>) type.getConstructor().newInstance();
      Coroutine<Object, Object> co = Coroutine.create(body);
      assertEquals("charge", co.resume());
      Snapshot snapshot = Snapshot.of(co);
      return snapshot.toBytes();
    }

    Object resumed(byte[] bytes) {
      return resumed(bytes, SnapshotPolicy.standard());
    }

    Object resumed(byte[] bytes, SnapshotPolicy policy) {
      return Snapshot.read(bytes, policy.withClassLoader(loader)).restore().resume("!");
    }

    String fails(byte[] bytes) {
      return assertThrows(SnapshotException.class, () -> resumed(bytes)).getMessage();
    }
  }

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
  void a_call_or_a_method_that_is_gone_is_told() throws Exception {
    byte[] bytes = Deployed.of(CHARGE).suspended();
    String other = CHARGE.replace("yield(\"charge\")", "yield()");
    assertTrue(Deployed.of(other).fails(bytes).contains("does not call"));
    String plain = CHARGE.replace("Coroutine.yield(\"charge\")", "null");
    assertTrue(Deployed.of(plain).fails(bytes).contains("has no suspendable method run"));
  }

  @Test
  void old_code_at_hand_goes_on_where_new_code_cannot() throws Exception {
    Deployed old = Deployed.of(CHARGE);
    Class<?> type = old.loader().loadClass("dev.respool.it.targets.Charge");
    byte[] bytes = old.suspended();
    Map<String, byte[]> store =
        Snapshot.read(bytes, SnapshotPolicy.standard()).code().stream()
            .collect(Collectors.toMap(CodeVersion::hash, version -> instrumented(type)));
    Function<String, byte[]> byHash = store::get;
    Deployed retyped = Deployed.of(CHARGE.replace("v1", "v2").replace("int amount", "long amount"));
    assertEquals("v1 c5!", retyped.resumed(bytes, SnapshotPolicy.standard().withCode(byHash)));
    Deployed same = Deployed.of(CHARGE.replace("v1", "v2"));
    assertEquals("v2 c5!", same.resumed(bytes, SnapshotPolicy.standard().withCode(byHash)));
    assertEquals(
        "v1 c5!", same.resumed(bytes, SnapshotPolicy.standard().withoutMoves().withCode(byHash)));
  }

  /** As a build would leave it. */
  private static byte[] instrumented(Class<?> type) {
    try {
      ClassFiles classes = SourceTargets.compiledText("Charge", CHARGE, 17);
      byte[] compiled = classes.find(type.getName().replace('.', '/')).orElseThrow();
      return new dev.respool.compiler.Compiler(classes, Patterns.none())
          .compile(compiled)
          .bytes()
          .orElseThrow();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
