package dev.respool.it.agent;

/** Programs that several tests run. */
final class Sources {
  /** Prints 1, 2, 3 from a generator. */
  static final String NUMBERS =
      """
      package demo;
      import dev.respool.Generator;
      public class Numbers {
        public static void main(String[] args) {
          for (int n : Generator.<Integer>of(g -> { for (int i = 1; i <= 3; i++) g.yield(i); })) {
            System.out.println(n);
          }
        }
      }
      """;

  /** Passes values into a coroutine and out of it, and awaits a task of an event loop. */
  static final String WEATHER =
      """
      package demo;
      import dev.respool.Coroutine;
      import dev.respool.Suspendable;
      import dev.respool.loop.*;
      import java.time.Duration;
      public class Weather {
        public static void main(String[] args) {
          Coroutine<String, String> answer = Coroutine.create(first -> {
            String second = Coroutine.yield(first + "?");
            return second + "!";
          });
          System.out.println(answer.resume("sunny"));
          System.out.println(answer.resume("yes"));
          System.out.println(EventLoop.run(() -> {
            Task<Integer> degrees = Tasks.async(() -> degrees());
            return degrees.await() + " degrees on " + Thread.currentThread().getName();
          }));
        }
        @Suspendable static int degrees() {
          Tasks.sleep(Duration.ofMillis(5));
          return 21;
        }
      }
      """;

  /** Third-party code that knows nothing of coroutines. */
  static final String LIBRARY =
      """
      package lib;
      import java.util.function.IntConsumer;
      public class Walker {
        public static void each(int last, IntConsumer visitor) {
          for (int i = 1; i <= last; i++) {
            visitor.accept(i);
          }
        }
      }
      """;

  /** Yields from a callback of the third-party code. */
  static final String LIBRARY_USER =
      """
      package demo;
      import dev.respool.Generator;
      import dev.respool.NotSuspendableException;
      public class Visits {
        public static void main(String[] args) {
          Generator<Integer> visits = Generator.of(g -> lib.Walker.each(3, i -> g.yield(i)));
          try {
            visits.forEach(System.out::println);
          } catch (NotSuspendableException e) {
            System.out.println(e.getMessage());
          }
        }
      }
      """;

  /** Yields within a synchronized method, and within a method beside it. */
  static final String LOCKED =
      """
      package demo;
      import dev.respool.Coroutine;
      import dev.respool.NotSuspendableException;
      import dev.respool.Suspendable;
      public class Locked {
        @Suspendable static synchronized void locked() {
          Coroutine.yield("locked");
        }
        @Suspendable static void free() {
          Coroutine.yield("free");
        }
        public static void main(String[] args) {
          Coroutine<Object, Object> co = Coroutine.create(first -> {
            free();
            try {
              locked();
            } catch (NotSuspendableException e) {
              System.out.println(e.getMessage());
            }
            return "end";
          });
          System.out.println(co.resume());
          System.out.println(co.resume());
        }
      }
      """;

  /** A final field that is assigned behind a suspension, in a class and in a record. */
  static final String BUILT =
      """
      package demo;
      import dev.respool.Coroutine;
      import dev.respool.Suspendable;
      public class Built {
        private final int number;
        private final Object value;
        @Suspendable Built(int number) {
          this.number = number;
          value = Coroutine.yield(number);
        }
        private record Pair(int left, Object right) {
          @Suspendable Pair {
            right = Coroutine.yield(left);
          }
        }
        public static void main(String[] args) {
          Coroutine<Object, Object> co = Coroutine.create(first -> {
            Built built = new Built(1);
            return built.number + " " + built.value + " " + new Pair(2, null);
          });
          System.out.println(co.resume());
          System.out.println(co.resume("one"));
          System.out.println(co.resume("two"));
        }
      }
      """;

  private Sources() {}
}
