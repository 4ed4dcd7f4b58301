package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.fixture.VerifyingLoader;
import dev.respool.compiler.suspendable.Patterns;
import org.junit.jupiter.api.Test;

/**
 * Calls that no dispatch can lead elsewhere, of methods that are refused and forward under the same
 * name and descriptor.
 */
class BoundCallTest {
  private static final Class<?>[] CLASSES = {
    Target.class, Facade.class, Base.class, Derived.class, Direct.class, Static.class, Super.class
  };

  public static class Target {
    @Suspendable
    static Object drain(Object value) {
      return Coroutine.yield(value);
    }

    @Suspendable
    Object pump(Object value) {
      return Coroutine.yield(value);
    }
  }

  public static class Facade {
    @Suspendable
    static synchronized Object drain(Object value) {
      return "facade " + Target.drain(value);
    }
  }

  public static class Base {
    @Suspendable
    synchronized Object pump(Object value) {
      return "base " + new Target().pump(value);
    }
  }

  public static class Derived extends Base {
    @Override
    Object pump(Object value) {
      return super.pump(value);
    }
  }

  public static class Direct implements CoroutineBody<Object, Object> {
    @Override
    public Object run(Object first) {
      return "direct " + Target.drain(first);
    }
  }

  public static class Static implements CoroutineBody<Object, Object> {
    @Override
    public Object run(Object first) {
      return Facade.drain(first);
    }
  }

  public static class Super implements CoroutineBody<Object, Object> {
    @Override
    public Object run(Object first) {
      return new Derived().pump(first);
    }
  }

  @SuppressWarnings("unchecked")
  private static Coroutine<Object, Object> transformed(Class<?> body) throws Exception {
    Compiler compiler = new Compiler(new ClassWorld(), Patterns.none());
    VerifyingLoader loader = new VerifyingLoader();
    for (Class<?> type : CLASSES) {
      byte[] bytes = ClassWorld.bytesOf(type);
      loader.add(compiler.compile(bytes).bytes().orElse(bytes));
    }
    Class<?> loaded = loader.loadClass(body.getName());
    return Coroutine.create((CoroutineBody<Object, Object>) loaded.getConstructor().newInstance());
  }

  private static void assertRefusedAt(Class<?> culprit, Class<?> body) throws Exception {
    Coroutine<Object, Object> coroutine = transformed(body);
    NotSuspendableException thrown = assertThrows(NotSuspendableException.class, coroutine::resume);
    assertTrue(
        thrown.getMessage().startsWith("attempt to yield across " + culprit.getName() + "."),
        thrown.getMessage());
  }

  @Test
  void a_transformed_static_method_is_captured() throws Exception {
    Coroutine<Object, Object> coroutine = transformed(Direct.class);
    assertEquals("out", coroutine.resume("out"));
    assertEquals("direct in", coroutine.resume("in"));
  }

  @Test
  void a_refused_static_method_that_forwards_to_its_namesake_is_in_the_way() throws Exception {
    assertRefusedAt(Facade.class, Static.class);
  }

  @Test
  void a_refused_super_method_that_forwards_to_its_namesake_is_in_the_way() throws Exception {
    assertRefusedAt(Base.class, Super.class);
  }
}
