package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineAction;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.RefusedSuspension;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a refusal says to write instead, for the very method of the JDK or the very override. */
@ExtendWith(TransformedTests.class)
class RemedyTest extends RefusedSuspension {
  private final List<Integer> list = new ArrayList<>(List.of(2, 1));

  /** The end of the message: the method that the program called, and the remedy. */
  private void assertRemedy(String called, String remedy, CoroutineAction action) {
    String message = refusal(action);
    assertTrue(message.endsWith(" called " + called + "); " + remedy), message);
    assertNames(message, "(RemedyTest.java:");
  }

  @Test
  void loops_and_collections() {
    Map<String, Object> map = new HashMap<>();
    assertRemedy(
        "java.util.ArrayList.forEach", "write a for loop", () -> list.forEach(x -> yieldBelow(x)));
    assertRemedy(
        "java.util.HashMap.computeIfAbsent",
        "call get(), compute the value, then call put()",
        () -> map.computeIfAbsent("key", x -> yieldBelow(x)));
    assertRemedy(
        "java.util.ArrayList.replaceAll",
        "write a loop that changes the elements one by one",
        () -> list.replaceAll(x -> yieldBelow(x)));
    assertRemedy(
        "java.util.ArrayList.sort",
        "compute the keys first, in a loop, and compare those",
        () -> list.sort(Comparator.comparing(x -> yieldBelow(x))));
  }

  @Test
  void streams_and_optionals() {
    assertRemedy(
        "java.util.stream.ReferencePipeline.toList",
        "write a for loop in the place of the stream, or a Generator",
        () -> list.stream().map(x -> yieldBelow(x)).toList());
    assertRemedy(
        "java.util.Optional.map",
        "ask isPresent() in an if statement and call get() there",
        () -> Optional.of(1).map(x -> yieldBelow(x)));
  }

  @Test
  void functions_and_holders() {
    Function<Object, Object> first = x -> yieldBelow(x);
    assertRemedy(
        "java.util.function.Function.andThen",
        "write a lambda that calls the functions one after the other, in a @Suspendable method",
        () -> first.andThen(x -> x).apply(1));
    assertRemedy(
        "java.lang.ThreadLocal.get",
        "compute the value before and call set() with it",
        () -> ThreadLocal.withInitial(() -> yieldBelow(1)).get());
    assertRemedy(
        "java.util.concurrent.atomic.AtomicReference.updateAndGet",
        "call get(), compute the new value, then call compareAndSet()",
        () -> new AtomicReference<>(1).updateAndGet(x -> yieldBelow(x)));
  }

  @Test
  void futures() {
    String[] message = {null};
    Coroutine.create(
            first ->
                CompletableFuture.<Object>completedFuture(1)
                    .thenApply(x -> yieldBelow(x))
                    .exceptionally(e -> message[0] = e.getCause().getMessage()))
        .resume();
    assertNames(
        message[0],
        " called java.util.concurrent.CompletableFuture.thenApply); wait for it with Tasks.await"
            + " in a @Suspendable method and go on behind that");
  }

  private final class Speaking extends Base {
    @Override
    @Suspendable
    public String toString() {
      return yieldBelow("text");
    }

    @Override
    @Suspendable
    Object work() {
      return yieldBelow("work");
    }
  }

  private static class Base {
    Object work() {
      return "plain";
    }
  }

  @Test
  void a_string_that_the_jdk_makes() {
    String message = refusal(() -> log.add("it says " + new Speaking()));
    assertNames(
        message,
        "; call toString() first, on the type that declares it @Suspendable, and pass the text on");
  }

  @Suspendable
  private static Object throughObject(Object object) {
    return object.toString();
  }

  @Suspendable
  private static Object throughSuperclass(Base base) {
    return base.work();
  }

  @Test
  void an_override_that_is_called_through_a_supertype() {
    assertNames(
        refusal(() -> throughObject(new Speaking())),
        "RemedyTest.throughObject(",
        "the call there is not a suspension point, because it names java.lang.Object.toString,"
            + " which is not suspendable as the override in "
            + Speaking.class.getName()
            + " is; call it on a variable of the type "
            + Speaking.class.getName());
    assertNames(
        refusal(() -> throughSuperclass(new Speaking())),
        "RemedyTest.throughSuperclass(",
        "because it names " + Base.class.getName() + ".work, which is not suspendable",
        "; annotate " + Base.class.getName() + ".work with @Suspendable");
  }

  interface Bill {
    @Suspendable
    Object total();
  }

  @Test
  void a_proxy_is_named_with_the_bean_and_what_excludes_the_method() {
    Bill bean = () -> yieldBelow("total");
    Bill proxy =
        (Bill)
            Proxy.newProxyInstance(
                Bill.class.getClassLoader(),
                new Class<?>[] {Bill.class},
                (self, method, arguments) -> bean.total());
    assertNames(
        refusal(() -> proxy.total()),
        "a proxy, " + proxy.getClass().getName() + ", stands before " + Bill.class.getName(),
        "; call " + Bill.class.getName() + ".total on the object behind the proxy");
  }
}
