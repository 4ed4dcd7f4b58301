package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent holds no class loader whose classes it has transformed or refused. */
class LoaderLeakIT {
  /** Suspends, generates, waits, is refused, and stays suspended. */
  private static final String PLUGIN =
      """
      package demo;
      import dev.respool.*;
      import dev.respool.loop.*;
      import java.util.List;
      public class Plugin implements java.util.concurrent.Callable<Coroutine<Object, Object>> {
        @Override public Coroutine<Object, Object> call() {
          for (Plugin element : Generator.<Plugin>of(g -> g.yield(this))) {
            System.out.print(element == this ? "g" : "-");
          }
          EventLoop.run(() -> Tasks.async(Tasks::yieldNow).await());
          refused(Coroutine.create(() -> List.of(1).forEach(n -> suspend())));
          refused(Coroutine.create(() -> locked()));
          Coroutine<Object, Object> co = Coroutine.create(x -> { suspend(); return this; });
          co.resume();
          return co;
        }
        private static void refused(Coroutine<Object, Object> co) {
          try {
            co.resume();
          } catch (NotSuspendableException e) {
            System.out.print("r");
          }
        }
        @Suspendable static void suspend() { Coroutine.yield(new Plugin()); }
        @Suspendable static synchronized void locked() { suspend(); }
      }
      """;

  private static final String HOST =
      """
      package host;
      import java.lang.ref.WeakReference;
      import java.net.*;
      import java.nio.file.Path;
      import java.util.*;
      import java.util.concurrent.Callable;
      public class Host {
        static final List<WeakReference<Object>> loaders = new ArrayList<>();
        public static void main(String[] args) throws Exception {
          URL[] urls = {Path.of(args[0]).toUri().toURL()};
          List<Object> suspended = new ArrayList<>();
          for (int i = 0; i < 5; i++) {
            suspended.add(run(urls));
          }
          System.gc();
          System.out.println(" " + alive());
          suspended.clear();
          long end = System.nanoTime() + 10_000_000_000L;
          do {
            System.gc();
          } while (alive() > 0 && System.nanoTime() < end);
          System.out.println(alive());
        }
        private static Object run(URL[] urls) throws Exception {
          try (URLClassLoader loader = new URLClassLoader(urls)) {
            loaders.add(new WeakReference<>(loader));
            return ((Callable<?>) loader.loadClass("demo.Plugin").getConstructor().newInstance()).call();
          }
        }
        private static long alive() {
          return loaders.stream().filter(loader -> loader.get() != null).count();
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void a_loader_is_collected_when_its_last_coroutine_is_dropped() throws Exception {
    Program plugin = Program.compile(Files.createDirectory(directory.resolve("p")), PLUGIN);
    Program host = Program.compile(Files.createDirectory(directory.resolve("h")), HOST);

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("")
            .classPath(host.classes())
            .run("host.Host", plugin.classes().toString());

    assertEquals("grr".repeat(5) + " 5\n0", result.out(), result.err());
  }
}
