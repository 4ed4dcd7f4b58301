package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.it.harness.Trace;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.RefusedSuspension;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Constructors that suspend: who may, what stands between, and what others see of the object. */
@ExtendWith(TransformedTests.class)
class SuspendingConstructorTest extends RefusedSuspension {

  @SuppressWarnings("serial") // the point is the default serialVersionUID
  private static final class Kept implements Serializable {
    private final int early;
    final Object late;
    protected final transient long wide;

    @Suspendable
    Kept(int early) {
      this.early = early;
      late = Coroutine.yield("kept " + early);
      wide = this.early + 1L;
    }
  }

  @Test
  void a_final_field_that_is_assigned_behind_a_suspension_stays_final() throws Exception {
    Coroutine<Object, Object> co = Coroutine.create(first -> new Kept(1));
    assertEquals("kept 1", co.resume());
    Kept made = (Kept) co.resume("late");
    assertEquals("1 late 2", made.early + " " + made.late + " " + made.wide);
    Class<?> original = Class.forName(Kept.class.getName(), false, Trace.class.getClassLoader());
    assertNotSame(Kept.class, original);
    assertEquals(fields(original), fields(Kept.class));
    assertEquals(
        ObjectStreamClass.lookup(original).getSerialVersionUID(),
        ObjectStreamClass.lookup(Kept.class).getSerialVersionUID());
  }

  private static List<String> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .map(field -> Modifier.toString(field.getModifiers()) + " " + field.getName())
        .toList();
  }

  private record Pair(Object left, Object right) {
    @Suspendable
    Pair {
      right = Coroutine.yield(left);
    }
  }

  private record Plain(Object only) {}

  @Test
  void only_the_fields_of_a_record_that_suspends_are_not_final_any_more() throws Exception {
    Coroutine<Object, Object> co = Coroutine.create(first -> new Pair("left", null));
    assertEquals("left", co.resume());
    assertEquals(new Pair2("left", "right").toString(), co.resume("right").toString());
    for (Field field : Pair.class.getDeclaredFields()) {
      assertFalse(Modifier.isFinal(field.getModifiers()), field::toString);
    }
    assertEquals(2, Pair.class.getRecordComponents().length);
    assertTrue(Modifier.isFinal(Plain.class.getDeclaredField("only").getModifiers()));
  }

  private record Pair2(Object left, Object right) {
    @Override
    public String toString() {
      return "Pair[left=" + left + ", right=" + right + "]";
    }
  }

  private abstract static class Base {
    final Object base;

    @Suspendable
    Base(Object value) {
      base = Coroutine.yield(value);
    }

    abstract Object value();
  }

  @Test
  void the_constructor_of_an_anonymous_class_needs_no_mark() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first ->
                new Base(first) {
                  private final Object own = Coroutine.yield(base);

                  @Override
                  Object value() {
                    return base + " " + own;
                  }
                }.value());
    assertEquals("first", co.resume("first"));
    assertEquals("second", co.resume("second"));
    assertEquals("second third", co.resume("third"));
  }

  @Test
  void an_anonymous_class_of_an_interface_without_marks_may_suspend_in_its_initialiser() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first ->
                new Supplier<Object>() {
                  private final Object own = Coroutine.yield("initialiser");

                  @Override
                  public Object get() {
                    return own;
                  }
                }.get());
    assertEquals("initialiser", co.resume());
    assertEquals("answer", co.resume("answer"));
  }

  private static final class Unmarked extends Base {
    Unmarked() {
      super("unmarked");
    }

    @Override
    Object value() {
      return base;
    }
  }

  @Test
  void an_unmarked_constructor_whose_super_constructor_suspends_is_named() {
    Object[] made = {null};
    String message = refusal(() -> made[0] = new Unmarked().value());
    assertNames(message, "Unmarked.<init>", "annotate it with @Suspendable");
    assertEquals(null, made[0]);
  }

  private static final class Early extends Base {
    @Suspendable
    Early() {
      super(Coroutine.isYieldable() ? Coroutine.yield("early") : null);
    }

    @Override
    Object value() {
      return base;
    }
  }

  @Test
  void a_constructor_that_is_refused_is_named_and_leaves_nothing_behind() {
    String message = refusal(() -> new Early());
    assertNames(message, "Early.<init>");
  }

  private static final class Careful {
    final String found;
    final boolean yieldable;

    @Suspendable
    Careful() {
      yieldable = Coroutine.isYieldable();
      String seen;
      try {
        seen = Coroutine.yield("careful");
      } catch (RuntimeException e) {
        seen = e.getMessage();
      }
      found = seen;
    }
  }

  @Test
  void a_constructor_knows_whether_it_may_suspend() {
    Coroutine<Object, Object> co = Coroutine.create(first -> new Careful().yieldable);
    assertEquals("careful", co.resume());
    assertEquals(true, co.resume());
  }

  @Test
  void a_constructor_that_reflection_calls_catches_the_refusal_and_goes_on() {
    Careful[] made = {null};
    Coroutine<Object, Object> co =
        Coroutine.create(first -> made[0] = Careful.class.getDeclaredConstructor().newInstance());
    assertEquals(made[0], null);
    Careful result = (Careful) co.resume();
    assertTrue(result.found.contains("attempt to yield across"), result.found);
    assertTrue(result.found.contains("code of the JDK"), result.found);
    assertFalse(result.yieldable);
  }

  private interface Quiet {
    Object get();
  }

  private static final class Loud implements Quiet {
    @Override
    @Suspendable
    public Object get() {
      return Coroutine.yield("loud");
    }
  }

  private static final class Unaware {
    final Object found;

    @Suspendable
    Unaware(Quiet quiet) {
      Coroutine.yield("unaware");
      found = quiet.get();
    }
  }

  @Test
  void a_resumed_constructor_that_is_in_the_way_has_its_own_name() {
    Quiet quiet = new Loud();
    Coroutine<Object, Object> co = Coroutine.create(first -> new Unaware(quiet).found);
    assertEquals("unaware", co.resume());
    String message = assertThrows(NotSuspendableException.class, co::resume).getMessage();
    assertNames(message, "Unaware.<init>(", "not a suspension point");
  }

  private interface Maker extends Serializable {
    Object make();
  }

  @Test
  void a_serializable_reference_to_a_constructor_is_refused() {
    Maker maker = Kept2::new;
    String message = refusal(() -> make(maker));
    assertNames(message, "attempt to yield across");
  }

  @Suspendable
  private static Object make(Maker maker) {
    return maker.make();
  }

  private static final class Kept2 {
    @Suspendable
    Kept2() {
      Coroutine.yield("never");
    }
  }

  private static final class Failing {
    @Suspendable
    Failing() throws InvocationTargetException {
      Coroutine.yield("failing");
      throw new InvocationTargetException(null, "failed");
    }
  }

  @Suspendable
  private static Object fail() throws InvocationTargetException {
    return new Failing();
  }

  @Test
  void the_trace_of_an_exception_out_of_a_resumed_constructor_shows_it_and_its_callers() {
    Coroutine<Object, Object> co = Coroutine.create(first -> fail());
    assertEquals("failing", co.resume());
    Throwable thrown = assertThrows(Throwable.class, co::resume);
    Throwable cause = thrown instanceof InvocationTargetException ? thrown : thrown.getCause();
    assertNotNull(cause, thrown::toString);
    List<String> methods =
        Arrays.stream(cause.getStackTrace()).map(StackTraceElement::getMethodName).toList();
    assertEquals(List.of("<init>", "fail"), methods.subList(0, 2));
  }

  @Test
  void the_frames_of_a_suspended_constructor_show_it_with_its_locals() {
    Coroutine<Object, Object> co = Coroutine.create(first -> new Careful());
    co.resume();
    assertEquals("<init>", co.frames().get(0).methodName());
    assertEquals("this", co.frames().get(0).locals().get(0).name());
  }
}
