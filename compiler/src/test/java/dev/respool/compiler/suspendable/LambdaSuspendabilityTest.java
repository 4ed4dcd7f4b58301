package dev.respool.compiler.suspendable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.compiler.fixture.ClassWorld;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;

/** Lambdas and method references as the Java compiler at hand writes them. */
class LambdaSuspendabilityTest {
  interface Plain {
    Object run();
  }

  static final class OfSuspendableInterface {
    static final CoroutineBody<Object, Object> BODY = first -> first;
  }

  static final class ThatYields {
    static final Plain BODY = () -> Coroutine.yield(1);
  }

  static final class ThatDoesNeither {
    static final Plain BODY = () -> "";
  }

  static final class ThatCallsAnUnmarkedMethod {
    static final Plain BODY = () -> unmarked();

    static Object unmarked() {
      return Coroutine.yield(1);
    }
  }

  static final class ReferenceForSuspendableInterface {
    static final CoroutineBody<Object, Object> BODY =
        ReferenceForSuspendableInterface::lambda$named;

    static Object lambda$named(Object first) {
      return first;
    }
  }

  static final class ReferenceForPlainInterface {
    static final Function<Object, Object> BODY = ReferenceForPlainInterface::lambda$named;

    static Object lambda$named(Object first) {
      return first;
    }
  }

  static final class Generic implements CoroutineBody<String, Integer> {
    @Override
    public Integer run(String first) {
      return 1;
    }
  }

  private static List<Boolean> decisions(Class<?> type, String prefix) {
    ClassNode node = ClassWorld.nodeOf(type);
    Suspendability suspendability = ClassWorld.with().suspendability();
    return node.methods.stream()
        .filter(method -> method.name.startsWith(prefix))
        .map(method -> new MethodKey(node.name, method.name, method.desc))
        .map(suspendability::isSuspendable)
        .toList();
  }

  @Test
  void a_lambda_for_a_suspendable_interface_method_is_suspendable() {
    assertEquals(List.of(true), decisions(OfSuspendableInterface.class, "lambda$"));
  }

  @Test
  void a_lambda_that_yields_is_suspendable_whatever_its_interface() {
    assertEquals(List.of(true), decisions(ThatYields.class, "lambda$"));
  }

  @Test
  void a_lambda_that_does_neither_is_not_suspendable() {
    assertEquals(List.of(false), decisions(ThatDoesNeither.class, "lambda$"));
    assertEquals(List.of(false), decisions(ThatCallsAnUnmarkedMethod.class, "lambda$"));
  }

  @Test
  void a_method_referred_to_in_its_own_class_is_suspendable_if_the_interface_method_is() {
    assertEquals(List.of(true), decisions(ReferenceForSuspendableInterface.class, "lambda$"));
    assertEquals(List.of(false), decisions(ReferenceForPlainInterface.class, "lambda$"));
  }

  @Test
  void the_java_compiler_s_bridge_and_the_method_behind_it_are_suspendable() {
    assertEquals(List.of(true, true), decisions(Generic.class, "run"));
  }
}
