package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.SourceTargets;
import dev.respool.it.harness.VerifyingLoader;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.IOException;

/** One version of the class {@code Charge}, a body of a coroutine, as a process has loaded it. */
record Deployed(VerifyingLoader loader) {
  static final String CHARGE =
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

  static Deployed of(String source) throws Exception {
    ClassFiles classes = SourceTargets.compiledText("Charge", source, 17);
    return new Deployed(
        new VerifyingLoader(
            classes,
            Patterns.none(),
            name -> name.startsWith("dev.respool.it.targets.Charge"),
            Monitors.RELEASE));
  }

  byte[] suspended() throws Exception {
    return suspended("charge");
  }

  @SuppressWarnings("unchecked")
  Coroutine<Object, Object> coroutine() throws Exception {
    Class<?> type = loader.loadClass("dev.respool.it.targets.Charge");
    return Coroutine.create((CoroutineBody<Object, Object>) type.getConstructor().newInstance());
  }

  byte[] suspended(String... yielded) throws Exception {
    Coroutine<Object, Object> co = coroutine();
    for (String each : yielded) {
      assertEquals(each, co.resume());
    }
    return Snapshot.of(co).toBytes();
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

  /** As a build would leave it. */
  static byte[] instrumented(String source) {
    try {
      ClassFiles classes = SourceTargets.compiledText("Charge", source, 17);
      byte[] compiled = classes.find("dev/respool/it/targets/Charge").orElseThrow();
      return new dev.respool.compiler.Compiler(classes, Patterns.none())
          .compile(compiled)
          .bytes()
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
