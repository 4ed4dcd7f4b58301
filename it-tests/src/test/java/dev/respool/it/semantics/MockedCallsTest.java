package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.MockMakers;
import org.mockito.MockSettings;
import org.mockito.MockedStatic;
import org.mockito.Mockito;

/**
 * A mock or spy that is woven into a class sees the calls that its own methods make, although no
 * dispatch can lead them elsewhere.
 */
@ExtendWith(TransformedTests.class)
class MockedCallsTest {
  private static final int REAL = 1;
  private static final int MOCKED = 40;

  static final class FinalClass {
    @Suspendable
    int outer(int n) {
      return inner(n) + 2;
    }

    @Suspendable
    int inner(int n) {
      Coroutine.yield(n);
      return REAL;
    }
  }

  static class FinalMethod {
    @Suspendable
    int outer(int n) {
      return inner(n) + 2;
    }

    @Suspendable
    final int inner(int n) {
      Coroutine.yield(n);
      return REAL;
    }
  }

  record Pair(int first, int second) {
    @Suspendable
    int outer(int n) {
      return inner(n) + 2;
    }

    @Suspendable
    int inner(int n) {
      Coroutine.yield(n);
      return REAL;
    }
  }

  static final class StaticMethod {
    @Suspendable
    static int outer(int n) {
      return inner(n) + 2;
    }

    @Suspendable
    static int inner(int n) {
      if (n < 0) {
        Coroutine.yield(n);
      }
      return REAL;
    }
  }

  @Test
  void a_call_within_a_final_class_reaches_the_stub() {
    FinalClass spied = spied(new FinalClass());
    doReturn(MOCKED).when(spied).inner(anyInt());
    assertEquals(MOCKED + 2, spied.outer(5));
    verify(spied).inner(5);
  }

  @Test
  void a_call_of_a_final_method_reaches_the_stub() {
    FinalMethod spied = spied(new FinalMethod());
    doReturn(MOCKED).when(spied).inner(anyInt());
    assertEquals(MOCKED + 2, spied.outer(5));
    verify(spied).inner(5);
  }

  @Test
  void a_call_within_a_record_reaches_the_stub() {
    Pair spied = spied(new Pair(1, 2));
    doReturn(MOCKED).when(spied).inner(anyInt());
    assertEquals(MOCKED + 2, spied.outer(5));
    verify(spied).inner(5);
  }

  private static MockSettings woven() {
    return withSettings().mockMaker(MockMakers.INLINE);
  }

  @SuppressWarnings("unchecked")
  private static <T> T spied(T instance) {
    MockSettings settings = woven().spiedInstance(instance);
    return (T) mock(instance.getClass(), settings.defaultAnswer(Mockito.CALLS_REAL_METHODS));
  }

  /** The stated limit of static mocks: they see the calls of other classes only. */
  @Test
  void a_call_of_a_static_method_within_its_class_passes_a_static_mock_by() {
    try (MockedStatic<StaticMethod> mocked = mockStatic(StaticMethod.class, woven())) {
      when(StaticMethod.outer(anyInt())).thenCallRealMethod();
      when(StaticMethod.inner(anyInt())).thenReturn(MOCKED);
      assertEquals(MOCKED, StaticMethod.inner(5));
      assertEquals(REAL + 2, StaticMethod.outer(5));
      mocked.verify(() -> StaticMethod.inner(5));
    }
  }
}
