package dev.respool.compiler.suspendable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.CoroutineBody;
import dev.respool.Suspendable;
import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.ClassWorld;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;

/** What is written in suspendable code, as the Java compiler at hand translates it. */
class MarkedCodeTest {
  static final class OfMarkedMethod {
    @Suspendable
    static Supplier<Supplier<Object>> nested(Supplier<Object> inner) {
      return () -> () -> inner.get();
    }
  }

  static final class OfUnmarkedMethod {
    static Supplier<Supplier<Object>> nested(Supplier<Object> inner) {
      return () -> () -> inner.get();
    }
  }

  static final class OfSuspendableLambda {
    static CoroutineBody<Supplier<Object>, Object> body() {
      return inner -> {
        Callable<Object> lambda = () -> inner.get();
        return lambda.call();
      };
    }
  }

  static final class WithoutACall {
    @Suspendable
    static Supplier<Object> constant() {
      return () -> "";
    }
  }

  static final class OfNamedMethod {
    @Suspendable
    static Function<Supplier<Object>, Object> reference() {
      return OfNamedMethod::named;
    }

    private static Object named(Supplier<Object> inner) {
      return inner.get();
    }
  }

  static final class OfNamedBody {
    static CoroutineBody<Supplier<Integer>, Integer> reference() {
      return OfNamedBody::named;
    }

    private static int named(Supplier<Integer> inner) {
      return inner.get();
    }
  }

  static final class WithLocalClasses {
    @Suspendable
    static Object marked(Supplier<Object> inner) {
      class Local implements Supplier<Object> {
        @Override
        public Object get() {
          return own() + inner.get();
        }

        private String own() {
          return "";
        }
      }
      return new Local();
    }

    static Object unmarked(Supplier<Object> inner) {
      return new Supplier<>() {
        @Override
        public Object get() {
          return inner.get();
        }
      };
    }

    static CoroutineBody<Supplier<Object>, Object> inLambda() {
      return inner ->
          new Supplier<>() {
            @Override
            public Object get() {
              return inner.get();
            }
          };
    }
  }

  @Suspendable
  static final class Marked {
    final Object inInitialiser =
        new Supplier<>() {
          @Override
          public Object get() {
            return null;
          }
        };

    static final class Member implements Supplier<Object> {
      @Override
      public Object get() {
        return null;
      }
    }
  }

  record Pipe<A, B, C>(Function<A, B> first, Function<B, C> second) implements Function<A, C> {
    @Override
    public C apply(A value) {
      return second.apply(first.apply(value));
    }
  }

  private static List<Boolean> decisions(String className, String prefix) {
    ClassNode node =
        AssembledClass.node(
            new ClassWorld()
                .find(MarkedCodeTest.class.getName().replace('.', '/') + className)
                .orElseThrow());
    Suspendability suspendability = ClassWorld.with().suspendability();
    return node.methods.stream()
        .filter(method -> method.name.startsWith(prefix))
        .map(method -> new MethodKey(node.name, method.name, method.desc))
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .map(suspendability::isSuspendable)
        .toList();
  }

  private static List<Boolean> lambdas(Class<?> type) {
    return decisions("$" + type.getSimpleName(), "lambda$").stream().sorted().toList();
  }

  @Test
  void a_lambda_that_calls_a_function_is_suspendable_if_the_method_around_all_lambdas_is() {
    assertEquals(List.of(false, true), lambdas(OfMarkedMethod.class), "the outer calls nothing");
    assertEquals(List.of(false, false), lambdas(OfUnmarkedMethod.class));
  }

  @Test
  void a_lambda_that_calls_a_function_is_suspendable_if_a_lambda_around_it_is() {
    assertEquals(List.of(true, true), lambdas(OfSuspendableLambda.class));
  }

  @Test
  void a_lambda_that_calls_nothing_has_no_use_for_a_mark() {
    assertEquals(List.of(false), lambdas(WithoutACall.class));
  }

  @Test
  void a_named_method_is_not_written_where_it_is_referred_to() {
    assertEquals(List.of(false), decisions("$OfNamedMethod", "named"));
  }

  @Test
  void a_named_method_that_stands_for_a_suspendable_one_is_suspendable() {
    assertEquals(List.of(true), decisions("$OfNamedBody", "named"));
  }

  @Test
  void a_local_class_has_the_mark_of_its_method() {
    assertEquals(List.of(true), decisions("$WithLocalClasses$1Local", "get"));
    assertEquals(List.of(false), decisions("$WithLocalClasses$1Local", "own"), "calls nothing");
    assertEquals(List.of(false), decisions("$WithLocalClasses$1", "get"));
  }

  @Test
  void a_class_in_a_lambda_has_the_mark_of_the_lambda() {
    assertEquals(List.of(true), decisions("$WithLocalClasses$2", "get"));
  }

  @Test
  void an_anonymous_class_in_an_initialiser_has_the_mark_of_its_class_and_a_member_its_own() {
    assertEquals(List.of(true), decisions("$Marked$1", "get"));
    assertEquals(List.of(false), decisions("$Marked$Member", "get"));
  }

  @Test
  void a_class_that_implements_a_function_type_of_the_jdk_wants_a_mark_of_its_own() {
    assertEquals(List.of(false), decisions("$Pipe", "apply"));
  }

  @Test
  void classes_that_say_that_they_stand_in_each_other_do_not() {
    ClassNode one = AssembledClass.of("One");
    ClassNode other = AssembledClass.of("Other");
    one.outerClass = "Other";
    other.outerClass = "One";
    MethodKey method = new MethodKey("One", "<init>", "()V");
    assertEquals(false, ClassWorld.with(one, other).suspendability().isSuspendable(method));
  }
}
