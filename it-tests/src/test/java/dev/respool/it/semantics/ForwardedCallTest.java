package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.PlainForwarder;
import dev.respool.it.scenarios.RefusedSuspension;
import dev.respool.it.scenarios.Work;
import dev.respool.it.scenarios.Worker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What forwards a call under the same name and descriptor must not pass for a direct call, not even
 * where direct calls are common.
 */
@ExtendWith(TransformedTests.class)
class ForwardedCallTest extends RefusedSuspension {
  @Test
  void an_override_that_forwards_does_not_pass_for_a_direct_call() {
    PlainForwarder forwarder = new PlainForwarder();
    String message = refusal(() -> work(forwarder));
    assertNames(message, "dev.respool.it.scenarios.PlainForwarder.work(PlainForwarder.java:");
    assertEquals(List.of(), forwarder.seen());
  }

  @Test
  void a_jdk_proxy_that_forwards_does_not_pass_for_a_direct_call() {
    String message = refusal(() -> work(proxy(new Worker())));
    assertNames(message, "cannot be captured");
    assertEquals(List.of(), log);
  }

  @Test
  void an_override_that_forwards_is_noticed_after_a_thousand_direct_calls() {
    suspendOften();
    PlainForwarder forwarder = new PlainForwarder();
    refusal(() -> work(forwarder));
    assertEquals(List.of(), forwarder.seen());
  }

  @Test
  void a_jdk_proxy_that_forwards_is_noticed_after_a_thousand_direct_calls() {
    suspendOften();
    refusal(() -> work(proxy(new Worker())));
    assertEquals(List.of(), log);
  }

  @Test
  void a_composed_function_is_noticed_after_a_thousand_direct_calls() {
    Function<String, String> direct = RefusedSuspension::yieldDeeper;
    Function<String, String> lambda = text -> Coroutine.yield(text);
    for (Function<String, String> function : List.of(direct, lambda)) {
      Coroutine<Object, Object> co =
          Coroutine.create(
              first -> {
                for (int i = 0; i < 1_000; i++) {
                  function.apply("direct");
                }
                return null;
              });
      while (!co.isDone()) {
        co.resume("!");
      }
      Function<String, String> composed =
          function.andThen(
              answer -> {
                log.add("went on with " + answer);
                return answer;
              });
      assertNames(refusal(() -> composed.apply("composed")), "java.util.function.Function");
      assertEquals(List.of(), log);
    }
  }

  private static void suspendOften() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              for (int i = 0; i < 1_000; i++) {
                work(new Worker());
              }
              return null;
            });
    while (!co.isDone()) {
      co.resume("!");
    }
  }

  @Suspendable
  private static String work(Work work) {
    return work.work(1);
  }

  private Work proxy(Work behind) {
    return (Work)
        Proxy.newProxyInstance(
            Work.class.getClassLoader(),
            new Class<?>[] {Work.class},
            (self, method, arguments) -> {
              try {
                Object answer = method.invoke(behind, arguments);
                log.add("went on with " + answer);
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void a_worker_called_directly_suspends() {
    Coroutine<Object, Object> co = Coroutine.create(first -> work(new Worker()));
    assertEquals(1, co.resume());
    assertEquals("1!", co.resume("!"));
  }
}
