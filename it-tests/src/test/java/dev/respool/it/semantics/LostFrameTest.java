package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineAction;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.PlainForwarder;
import dev.respool.it.scenarios.PlainRelay;
import dev.respool.it.scenarios.Work;
import dev.respool.it.scenarios.Worker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A frame that cannot be captured stands between a yield and the coroutine's start: the yield is
 * refused where it stands, and nothing runs on a value that nobody gave.
 */
@ExtendWith(TransformedTests.class)
class LostFrameTest {
  private final List<String> log = new ArrayList<>();

  /** Runs it in a coroutine, which must be refused, catch that, and be able to yield afterwards. */
  private String refusal(CoroutineAction action) {
    String message = refusalWithin(action);
    assertTrue(message.contains("attempt to yield across"), message);
    return message;
  }

  private static String refusalWithin(CoroutineAction action) {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              String message = attempt(action);
              String answer = Coroutine.yield("later");
              return message + answer;
            });
    assertEquals("later", co.resume("first"));
    String ended = (String) co.resume("<answer>");
    assertTrue(ended.endsWith("<answer>"), ended);
    return ended.substring(0, ended.length() - "<answer>".length());
  }

  @Suspendable
  private static String attempt(CoroutineAction action) throws Exception {
    try {
      action.run();
      return "not refused";
    } catch (NotSuspendableException e) {
      return e.getMessage();
    }
  }

  @Suspendable
  private <T> T yieldBelow(T value) {
    log.add("in " + value);
    try {
      T answer = yieldDeeper(value);
      log.add("went on with " + answer);
      return answer;
    } finally {
      log.add("out");
    }
  }

  @Suspendable
  private static <T> T yieldDeeper(Object value) {
    T answer = Coroutine.yield(value);
    return answer;
  }

  private void assertNames(String message, String... parts) {
    for (String part : parts) {
      assertTrue(message.contains(part), part + " is not in: " + message);
    }
  }

  @Test
  void for_each_of_a_list_is_named() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    String message = refusal(() -> list.forEach(x -> yieldBelow(x)));
    assertNames(message, "java.util.ArrayList.forEach(ArrayList.java:");
    assertEquals(List.of("in 1", "out"), log);
  }

  @Test
  void a_yield_directly_in_for_each_is_refused() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    String message = refusal(() -> list.forEach(x -> Coroutine.yield(x)));
    assertNames(message, "java.util.ArrayList.forEach(ArrayList.java:");
  }

  @Test
  void a_method_reference_given_to_for_each_is_refused() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    assertNames(refusal(() -> list.forEach(Coroutine::yield)), "ArrayList.forEach");
    assertNames(refusal(() -> list.forEach(this::yieldBelow)), "ArrayList.forEach");
  }

  @Test
  void the_exception_can_be_caught_at_the_yield_and_the_loop_goes_on() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    String message = refusalWithin(() -> list.forEach(this::caughtAtTheYield));
    assertEquals("not refused", message);
    assertEquals(List.of("caught 1", "caught 2", "caught 3"), log);
  }

  @Suspendable
  private void caughtAtTheYield(int x) {
    try {
      Coroutine.yield(x);
      log.add("not reached");
    } catch (NotSuspendableException e) {
      log.add("caught " + x);
    }
  }

  @Test
  void a_comparator_does_not_compare_on_a_dummy_value() {
    List<Integer> list = new ArrayList<>(List.of(3, 1, 2));
    String message =
        refusal(
            () ->
                Collections.sort(
                    list,
                    (a, b) -> {
                      Coroutine.yield();
                      log.add("compared");
                      return a - b;
                    }));
    assertNames(message, "java.util.");
    assertEquals(List.of(3, 1, 2), list);
    assertEquals(List.of(), log);
  }

  @Test
  void a_map_does_not_store_a_dummy_value() {
    Map<String, String> map = new HashMap<>();
    String message = refusal(() -> map.computeIfAbsent("key", key -> yieldBelow(key)));
    assertNames(message, "java.util.HashMap.computeIfAbsent(HashMap.java:");
    assertEquals(Map.of(), map);
    assertEquals(List.of("in key", "out"), log);
  }

  @Test
  void a_stream_does_not_collect_a_dummy_value() {
    String message =
        refusal(() -> log.addAll(List.of("a", "b").stream().map(x -> yieldBelow(x)).toList()));
    assertNames(message, "java.util.stream.");
    assertEquals(List.of("in a", "out"), log);
  }

  @Test
  void a_call_by_reflection_is_refused() {
    String message =
        refusal(
            () -> {
              try {
                getClass().getDeclaredMethod("yieldBelow", Object.class).invoke(this, "x");
              } catch (InvocationTargetException e) {
                throw (NotSuspendableException) e.getCause();
              }
            });
    assertNames(message, "java.lang.reflect.Method.invoke(Method.java:");
    assertEquals(List.of("in x", "out"), log);
  }

  @Test
  void an_uninstrumented_caller_in_the_middle_is_named() {
    PlainRelay relay = new PlainRelay();
    String message = refusal(() -> relay.call(() -> yieldBelow("x")));
    assertNames(message, "dev.respool.it.scenarios.PlainRelay.call(PlainRelay.java:");
    assertEquals(List.of(), relay.seen());
    assertEquals(List.of("in x", "out"), log);
  }

  @Test
  void an_uninstrumented_caller_is_no_hindrance_while_nothing_yields() {
    PlainRelay relay = new PlainRelay();
    Coroutine<Object, Object> co =
        Coroutine.create(first -> relay.call(() -> noYield(3)) + Coroutine.<String>yield("later"));
    assertEquals("later", co.resume());
    assertEquals("3!", co.resume("!"));
  }

  @Suspendable
  private static int noYield(int n) {
    if (n < 0) {
      Coroutine.yield();
    }
    return n;
  }

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
    Function<String, String> direct = LostFrameTest::yieldDeeper;
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

  @Test
  void recursion_of_the_same_method_through_for_each_is_refused() {
    String message = refusal(() -> recurse(2));
    assertNames(message, "forEach");
    assertEquals(List.of("in 2", "in 1", "in 0", "out 0", "out 1", "out 2"), log);
  }

  @Suspendable
  private void recurse(int depth) {
    log.add("in " + depth);
    try {
      if (depth == 0) {
        Coroutine.yield();
        log.add("not reached");
      }
      new ArrayList<>(List.of(depth - 1)).forEach(this::recurse);
      log.add("not reached either");
    } finally {
      log.add("out " + depth);
    }
  }

  private final class Speaking {
    @Override
    public String toString() {
      return yieldBelow("spoken");
    }
  }

  @Test
  void a_method_that_the_jdk_calls_back_is_refused() {
    StringBuilder out = new StringBuilder();
    refusal(() -> out.append(new Speaking()));
    assertEquals("", out.toString());
    assertEquals(List.of("in spoken", "out"), log);
  }

  @Test
  void an_unannotated_method_in_the_middle_is_named() {
    String message = refusal(this::caller);
    assertNames(message, "LostFrameTest.forgotten(LostFrameTest.java:");
    assertEquals(List.of("in x", "out"), log);
  }

  private void forgotten() {
    yieldBelow("x");
    log.add("went on");
  }

  @Suspendable
  private void caller() {
    forgotten();
    log.add("went on");
  }

  @Test
  void a_synchronized_method_is_named() {
    String message = refusal(this::locked);
    assertNames(message, "locked");
    assertFalse(Thread.holdsLock(this));
    assertEquals(List.of("in x", "out"), log);
  }

  @Suspendable
  private synchronized void locked() {
    yieldBelow("x");
    log.add("went on");
  }

  private final class Built {
    private final String value;

    Built() {
      value = yieldBelow("built");
      log.add("went on");
    }
  }

  @Test
  void a_constructor_is_named() {
    String[] built = {null};
    String message = refusal(() -> built[0] = new Built().value);
    assertNames(message, "Built.<init>");
    assertNull(built[0]);
    assertEquals(List.of("in built", "out"), log);
  }

  @Test
  void a_coroutine_refused_twice_can_still_suspend_deeply() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              for (int i = 0; i < 2; i++) {
                attempt(() -> List.of(1).forEach(x -> yieldBelow(x)));
              }
              return yieldBelow("deep");
            });
    assertEquals("deep", co.resume());
    assertEquals("x", co.resume("x"));
  }

  private static final class InitialisedByTheCall {
    static final int SET = noYield(3);

    @Suspendable
    static String yieldHere() {
      return Coroutine.yield("here" + SET);
    }
  }

  @Test
  void a_class_that_is_initialised_by_the_call_is_no_hindrance() {
    Coroutine<Object, Object> co =
        Coroutine.create(first -> InitialisedByTheCall.yieldHere() + "!");
    assertEquals("here3", co.resume());
    assertEquals("answer!", co.resume("answer"));
  }
}
