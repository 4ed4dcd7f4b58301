package dev.respool.it.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Generator;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ResourceBytes;
import dev.respool.it.harness.VerifyingLoader;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Classes whose coroutines ran on a thread can be unloaded while the thread lives. */
class ClassLoaderTest {
  private final Reachability objects = new Reachability();

  /** Uses all of Respool, in a loader of its own; then gives a coroutine that is suspended. */
  public static final class Program implements Supplier<Coroutine<Object, Object>> {
    @Override
    public Coroutine<Object, Object> get() {
      for (int i = 0; i < 10; i++) {
        Coroutine<Object, Object> co = Coroutine.create(first -> sum(10));
        co.resume();
        assertEquals(12, co.frames().size());
        assertEquals(45, co.resume());
      }
      generate();
      EventLoop.run(() -> Tasks.async(Tasks::yieldNow).await());
      refuse();
      Coroutine<Object, Object> last = Coroutine.create(first -> sum(10));
      last.resume();
      return last;
    }

    @Suspendable
    private static int sum(int n) {
      if (n == 0) {
        Coroutine.yield(new Program());
        return 0;
      }
      return n - 1 + sum(n - 1);
    }

    private static void generate() {
      int sum = 0;
      for (int element : Generator.<Integer>of(g -> g.yield(7))) {
        sum += element;
      }
      assertEquals(7, sum);
    }

    private static void refuse() {
      Coroutine<Object, Object> co = Coroutine.create(() -> List.of(1).forEach(Program::sum));
      assertTrue(
          assertThrows(NotSuspendableException.class, co::resume).getMessage().contains("forEach"));
    }
  }

  private Coroutine<Object, Object> ran() throws ReflectiveOperationException {
    VerifyingLoader loader =
        new VerifyingLoader(
            new ResourceBytes(), Patterns.none(), name -> name.equals(Program.class.getName()));
    Class<?> copy = objects.watch(objects.watch(loader).loadClass(Program.class.getName()));
    assertNotSame(Program.class, copy);
    Object program = copy.getConstructor().newInstance();
    return suspended((Supplier<?>) program);
  }

  @SuppressWarnings("unchecked")
  private static Coroutine<Object, Object> suspended(Supplier<?> program) {
    return (Coroutine<Object, Object>) program.get();
  }

  @Test
  void a_loader_is_held_by_its_suspended_coroutine_only() throws Exception {
    Coroutine<Object, Object> co = ran();
    objects.assertReachable(0, 1);
    Reference.reachabilityFence(co);
    co = null;
    objects.assertAllCollected();
  }

  @Test
  void a_loader_is_not_held_by_its_dead_coroutine() throws Exception {
    Coroutine<Object, Object> co = ran();
    co.close();
    objects.assertAllCollected();
    Reference.reachabilityFence(co);
  }
}
