package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.Suspendable;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.fixture.VerifyingLoader;
import dev.respool.compiler.suspendable.Patterns;
import org.junit.jupiter.api.Test;

/**
 * Method references whose method returns another type than the interface's, as JLS 15.13.2 allows.
 */
class ReferenceConversionTest {
  private static final Class<?>[] CLASSES = {
    Values.class,
    Body.class,
    ToObject.class,
    ToLong.class,
    ToDouble.class,
    ToInt.class,
    ToNothing.class,
    To.class
  };

  public interface ToObject {
    @Suspendable
    Object get();
  }

  public interface ToLong {
    @Suspendable
    long get();
  }

  public interface ToDouble {
    @Suspendable
    double get();
  }

  public interface ToInt {
    @Suspendable
    int get();
  }

  public interface ToNothing {
    @Suspendable
    void run();
  }

  public interface To<T> {
    @Suspendable
    T get();
  }

  /** Each method suspends if it is told to. */
  @Suspendable
  public static class Values {
    private final boolean suspending;

    Values(boolean suspending) {
      this.suspending = suspending;
    }

    private void pause() {
      if (suspending) {
        Coroutine.yield("paused");
      }
    }

    byte small() {
      pause();
      return -7;
    }

    char letter() {
      pause();
      return 'x';
    }

    int whole() {
      pause();
      return Integer.MIN_VALUE;
    }

    long large() {
      pause();
      return Long.MIN_VALUE + 1;
    }

    float fraction() {
      pause();
      return -0.5f;
    }

    boolean truth() {
      pause();
      return true;
    }

    Integer boxed() {
      pause();
      return 77;
    }

    Character boxedLetter() {
      pause();
      return 'y';
    }

    String text() {
      pause();
      return "text";
    }
  }

  public static class Body implements CoroutineBody<Object, Object> {
    @Override
    public Object run(Object suspending) {
      Values values = new Values((Boolean) suspending);
      StringBuilder text = new StringBuilder();
      for (ToObject get : new ToObject[] {values::small, values::letter, values::large}) {
        text.append(get.get()).append(' ');
      }
      for (ToObject get : new ToObject[] {values::fraction, values::truth, values::text}) {
        text.append(get.get()).append(' ');
      }
      for (ToLong get : new ToLong[] {values::small, values::letter, values::whole}) {
        text.append(get.get()).append(' ');
      }
      for (ToLong get : new ToLong[] {values::boxed, values::boxedLetter, values::large}) {
        text.append(get.get()).append(' ');
      }
      for (ToDouble get : new ToDouble[] {values::fraction, values::large, values::boxed}) {
        text.append(get.get()).append(' ');
      }
      for (ToInt get : new ToInt[] {values::small, values::boxedLetter, values::boxed}) {
        text.append(get.get()).append(' ');
      }
      for (ToNothing run : new ToNothing[] {values::large, values::text, values::whole}) {
        run.run();
      }
      To<Integer> number = values::whole;
      To<? extends CharSequence> chars = values::text;
      return text.append(number.get()).append(' ').append(chars.get().length()).toString();
    }
  }

  @SuppressWarnings("unchecked")
  private static Coroutine<Object, Object> transformed() throws Exception {
    Compiler compiler = new Compiler(new ClassWorld(), Patterns.none());
    VerifyingLoader loader = new VerifyingLoader();
    for (Class<?> type : CLASSES) {
      byte[] bytes = ClassWorld.bytesOf(type);
      loader.add(compiler.compile(bytes).bytes().orElse(bytes));
    }
    Class<?> loaded = loader.loadClass(Body.class.getName());
    return Coroutine.create((CoroutineBody<Object, Object>) loaded.getConstructor().newInstance());
  }

  @Test
  void results_are_converted_as_without_the_compiler() throws Exception {
    assertEquals(new Body().run(false), transformed().resume(false));
  }

  @Test
  void results_are_converted_after_a_suspension_too() throws Exception {
    Coroutine<Object, Object> coroutine = transformed();
    Object result = coroutine.resume(true);
    int pauses = 0;
    while (!coroutine.isDone()) {
      assertEquals("paused", result);
      result = coroutine.resume();
      pauses++;
    }
    assertEquals(new Body().run(false), result);
    assertEquals(23, pauses);
  }
}
