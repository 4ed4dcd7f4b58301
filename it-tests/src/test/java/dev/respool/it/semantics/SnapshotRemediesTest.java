package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.snapshot.Obstacle;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is advised can be done: it depends on whose class the object is of. */
@ExtendWith(TransformedTests.class)
class SnapshotRemediesTest {
  private static final String AGAIN = "keep what it takes to get it again, and get it when resumed";

  private interface Service extends Serializable {
    String name();
  }

  private record Named(String name) implements InvocationHandler, Serializable {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
      return name;
    }
  }

  private static Service proxy(String name) {
    return (Service)
        Proxy.newProxyInstance(
            Service.class.getClassLoader(), new Class<?>[] {Service.class}, new Named(name));
  }

  @Suspendable
  private static Object held(Object value) {
    Coroutine.yield();
    return value;
  }

  private static Coroutine<Object, Object> holding(Object value) {
    Coroutine<Object, Object> co = Coroutine.create(first -> held(value));
    co.resume();
    return co;
  }

  private static Obstacle refused(Object value) {
    Coroutine<Object, Object> co = holding(value);
    List<Obstacle> obstacles =
        assertThrows(SnapshotException.class, () -> Snapshot.of(co)).obstacles();
    assertEquals(1, obstacles.size(), obstacles::toString);
    assertEquals("value", obstacles.get(0).local());
    return obstacles.get(0);
  }

  @Test
  void a_dynamic_proxy_is_refused_with_its_path_although_it_is_serializable() {
    Service proxy = proxy("here");
    Obstacle obstacle = refused(new Object[] {null, proxy});
    assertEquals("value[1]", obstacle.path());
    assertEquals(proxy.getClass().getTypeName(), obstacle.className());
    assertEquals("a dynamic proxy cannot be restored", obstacle.why());
    assertEquals("give it a name by SnapshotPolicy.withExternals, or " + AGAIN, obstacle.remedy());
  }

  @Test
  void the_class_of_a_dynamic_proxy_is_refused_too() {
    Obstacle obstacle = refused(new Object[] {proxy("here").getClass()});
    assertEquals("value[0]", obstacle.path());
    assertEquals("the class of a dynamic proxy cannot be restored", obstacle.why());
    assertEquals(AGAIN, obstacle.remedy());
  }

  @Test
  void a_dynamic_proxy_that_has_a_name_stays_outside() {
    Service here = proxy("here");
    Service there = proxy("there");
    SnapshotPolicy policy =
        SnapshotPolicy.standard().withClassLoader(SnapshotRemediesTest.class.getClassLoader());
    SnapshotPolicy saving = policy.withExternals(Map.of("service", here));
    byte[] bytes = Snapshot.of(holding(here), saving).toBytes();
    SnapshotPolicy restoring = policy.withExternals(Map.of("service", there));
    Service restored = (Service) Snapshot.read(bytes, restoring).restore().resume();
    assertEquals("there", restored.name());
  }

  @Test
  void nobody_is_told_to_change_a_class_of_the_jdk() {
    for (Object value :
        List.of(Optional.of("text"), OptionalInt.of(1), Path.of("file"), new Object())) {
      Obstacle obstacle = refused(value);
      assertEquals("its class is one of the JDK and not serializable", obstacle.why());
      assertEquals(
          "keep a serializable value in its place, such as the string of a Path or the value of an"
              + " Optional, or "
              + AGAIN,
          obstacle.remedy());
    }
  }

  @Test
  void a_lambda_that_the_jdk_makes_is_to_be_written_again() {
    for (Object value : List.of(Function.identity(), Predicate.isEqual("text"))) {
      Obstacle obstacle = refused(value);
      assertTrue(obstacle.why().endsWith("and a class of the JDK makes it"), obstacle.toString());
      assertTrue(obstacle.remedy().startsWith("write it yourself"), obstacle.toString());
    }
  }

  private static final class Plain {}

  @Test
  void classes_and_lambdas_of_the_program_can_be_changed() {
    Obstacle object = refused(new Plain());
    assertEquals("it is not serializable", object.why());
    assertTrue(object.remedy().startsWith("let the class implement java.io.Serializable"));
    Obstacle lambda = refused((Function<String, String>) text -> text + "!");
    assertTrue(lambda.remedy().startsWith("mark the class that makes it with @Saveable"));
  }

  private static final class Fails implements Serializable {
    private static final long serialVersionUID = 1;

    private void writeObject(java.io.ObjectOutputStream out) {
      throw new IllegalStateException("not now");
    }
  }

  @Test
  void of_what_a_class_throws_only_the_local_and_the_exception_are_known() {
    Obstacle obstacle = refused(new Object[] {new Fails()});
    assertEquals("", obstacle.className());
    assertEquals("value", obstacle.path());
    assertEquals("java.lang.IllegalStateException: not now", obstacle.why());
  }
}
