package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many class loaders in one JVM with the agent, some of them strange. */
class LivingLoadersIT {
  /** Says what the program sees of its own version of {@code demo.Step}. */
  private static final String WALK =
      """
      package demo;
      import dev.respool.*;
      public class Walk {
        @Suspendable static Object steps() {
          return Step.take(1) + "," + Step.take(2);
        }
        public static void run() {
          Coroutine<Object, Object> co = Coroutine.create(x -> steps());
          while (!co.isDone()) {
            System.out.print(co.resume() + " ");
          }
          System.out.println();
        }
      }
      """;

  private static final String SUSPENDING_STEP =
      """
      package demo;
      import dev.respool.*;
      public class Step {
        @Suspendable static long take(int n) {
          Coroutine.yield("yield" + n);
          return n * 10L;
        }
      }
      """;

  private static final String PLAIN_STEP =
      """
      package demo;
      public class Step {
        static String take(int n) {
          return "plain" + n;
        }
      }
      """;

  private static final int LINKS = 120;

  private static final String HEAD =
      """
      package demo;
      public abstract class Head {
        @dev.respool.Suspendable public abstract int run(int depth);
      }
      """;

  /** 8 threads begin at different places of the circle at once. */
  private static final String RACE =
      """
      package demo;
      import dev.respool.*;
      import java.util.concurrent.*;
      public class Race {
        public static void main(String[] args) throws Exception {
          int links = Integer.parseInt(args[0]);
          CyclicBarrier start = new CyclicBarrier(8);
          ExecutorService threads = Executors.newFixedThreadPool(8);
          var results = new java.util.ArrayList<Future<Integer>>();
          for (int t = 0; t < 8; t++) {
            String first = "demo.Link" + t * links / 8;
            results.add(threads.submit(() -> { start.await(); return run(first, links); }));
          }
          int suspensions = 0;
          for (Future<Integer> result : results) {
            suspensions += result.get(30, TimeUnit.SECONDS);
          }
          System.out.println(suspensions);
          threads.shutdown();
        }
        static int run(String first, int links) throws Exception {
          Head head = (Head) Class.forName(first).getConstructor().newInstance();
          Coroutine<Object, Object> co = Coroutine.create(x -> head.run(links - 1));
          int suspensions = 0;
          for (co.resume(); !co.isDone(); co.resume()) {
            suspensions++;
          }
          return suspensions;
        }
      }
      """;

  @TempDir Path directory;

  private Program compile(String folder, String... sources) throws Exception {
    return Program.compile(Files.createDirectory(directory.resolve(folder)), sources);
  }

  private void assertPrints(String expected, Program host, String... arguments) throws Exception {
    ForkedJvm.Result result =
        new ForkedJvm(directory).agent("").classPath(host.classes()).run(arguments);
    assertEquals("", result.err());
    assertEquals(expected, result.out());
  }

  @Test
  void each_loader_has_its_own_version_of_a_class() throws Exception {
    Program suspending = compile("s", WALK, SUSPENDING_STEP);
    Program plain = compile("p", WALK, PLAIN_STEP);
    Program host =
        compile(
            "h",
            """
            package host;
            import java.net.*;
            import java.nio.file.Path;
            public class Host {
              public static void main(String[] args) throws Exception {
                for (String arg : new String[] {args[0], args[1], args[0]}) {
                  URL[] urls = {Path.of(arg).toUri().toURL()};
                  new URLClassLoader(urls).loadClass("demo.Walk").getMethod("run").invoke(null);
                }
              }
            }
            """);

    assertPrints(
        "yield1 yield2 10,20 \nplain1,plain2 \nyield1 yield2 10,20 ",
        host,
        "host.Host",
        suspending.classes().toString(),
        plain.classes().toString());
  }

  @Test
  void without_resources_calls_lead_to_classes_that_were_defined_before_or_are_refused()
      throws Exception {
    Program plugin = compile("p", WALK, SUSPENDING_STEP);
    Program host =
        compile(
            "h",
            """
            package host;
            import java.nio.file.*;
            public class Host extends ClassLoader {
              private final Path root;
              private Host(Path root) { this.root = root; }
              @Override protected Class<?> findClass(String name) throws ClassNotFoundException {
                try {
                  byte[] bytes =
                      Files.readAllBytes(root.resolve(name.replace('.', '/') + ".class"));
                  return defineClass(name, bytes, 0, bytes.length);
                } catch (java.io.IOException e) {
                  throw new ClassNotFoundException(name, e);
                }
              }
              @Override public java.net.URL getResource(String name) { return null; }
              @Override public java.util.Enumeration<java.net.URL> getResources(String name) {
                return java.util.Collections.emptyEnumeration();
              }
              @Override public java.io.InputStream getResourceAsStream(String name) { return null; }
              public static void main(String[] args) throws Exception {
                Host host = new Host(Path.of(args[0]));
                if (args.length > 1) {
                  host.loadClass("demo.Step");
                }
                try {
                  host.loadClass("demo.Walk").getMethod("run").invoke(null);
                } catch (java.lang.reflect.InvocationTargetException e) {
                  System.out.println(e.getCause().getMessage());
                }
              }
            }
            """);
    String root = plugin.classes().toString();

    assertPrints("yield1 yield2 10,20 ", host, "host.Host", root, "callee first");

    ForkedJvm.Result refused =
        new ForkedJvm(directory).agent("").classPath(host.classes()).run("host.Host", root);
    assertEquals("", refused.err());
    assertTrue(
        refused.out().startsWith("attempt to yield across demo.Walk.steps(Walk.java:5)"),
        refused.out());
    assertTrue(refused.out().contains("it is annotated"), refused.out());
    assertTrue(refused.out().contains("getResourceAsStream"), refused.out());
  }

  /** The classes call each other in a circle and inherit from each other in a tree. */
  @Test
  void many_threads_load_classes_that_need_each_other() throws Exception {
    Stream<String> links = IntStream.range(0, LINKS).mapToObj(LivingLoadersIT::link);
    Program chain =
        compile("c", Stream.concat(Stream.of(HEAD, RACE), links).toArray(String[]::new));

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("verbose=true")
            .classPath(chain.classes())
            .run("demo.Race", String.valueOf(LINKS));

    assertEquals(String.valueOf(8 * LINKS), result.out(), result.err());
    long transformed = result.err().lines().filter(line -> line.contains("demo.Link")).count();
    assertEquals(LINKS, transformed, result.err());
  }

  private static String link(int number) {
    String superclass = number == 0 ? "Head" : "Link" + (number - 1) / 2;
    return """
    package demo;
    import dev.respool.*;
    public class Link%d extends %s {
      @Override @Suspendable public int run(int depth) {
        Coroutine.yield(depth);
        return depth == 0 ? 0 : new Link%d().run(depth - 1);
      }
    }
    """
        .formatted(number, superclass, (number + 1) % LINKS);
  }
}
