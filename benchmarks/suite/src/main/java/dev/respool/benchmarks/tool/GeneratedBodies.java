package dev.respool.benchmarks.tool;

import dev.respool.CoroutineBody;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Generated classes, each a coroutine's body that calls {@link #METHODS} suspendable methods; for a
 * negative argument each of them yields once. They exist as javac writes them and instrumented.
 *
 * @param plain a directory
 * @param instrumented a directory
 */
record GeneratedBodies(Path plain, Path instrumented) implements AutoCloseable {
  /** Suspendable methods of a class beside {@code run}. */
  static final int METHODS = 10;

  private static final String CLASS =
      """
      package bodies;

      import dev.respool.Coroutine;
      import dev.respool.CoroutineBody;
      import dev.respool.Suspendable;

      public final class B%1$d implements CoroutineBody<Integer, Integer> {
        private final String name = "body %1$d";

        @Override
        @Suspendable
        public Integer run(Integer x) {
          int sum = %1$d;
      %2$s
          return sum;
        }
      %3$s
      }
      """;

  /** Half of the methods are bound when they are called, half are dispatched. */
  private static final List<String> KINDS =
      List.of(
          """
          @Suspendable
          private int m%1$d(int x) {
            int twice = 2 * x;
            if (x < 0) {
              Coroutine.yield(x);
            }
            return twice + %1$d;
          }
          """,
          """
          @Suspendable
          public int m%1$d(int x) {
            String text = name + x;
            long square = (long) x * x;
            for (int i = 0; i < 2; i++) {
              if (x < 0 && i == 1) {
                Coroutine.yield(text);
              }
              square += i;
            }
            return (int) square + text.length() + %1$d;
          }
          """);

  static GeneratedBodies compile(int classes) throws IOException {
    Sources sources = new Sources();
    for (int i = 0; i < classes; i++) {
      sources.add("bodies.B" + i, text(i));
    }
    Path plain = sources.compile();
    return new GeneratedBodies(plain, instrument(plain));
  }

  private static String text(int number) {
    StringBuilder calls = new StringBuilder();
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < METHODS; i++) {
      calls.append("    sum += m").append(i).append("(x);\n");
      methods.append(KINDS.get(i % KINDS.size()).formatted(i));
    }
    return CLASS.formatted(number, calls, methods);
  }

  private static Path instrument(Path plain) throws IOException {
    Path instrumented = Files.createTempDirectory("respool-benchmark");
    Files.createDirectory(instrumented.resolve("bodies"));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {plain.toUri().toURL()});
        Stream<Path> files = Files.list(plain.resolve("bodies"))) {
      Compiler compiler = new Compiler(name -> bytes(loader, name), Patterns.none());
      for (Path file : files.toList()) {
        byte[] bytes = compiler.compile(Files.readAllBytes(file)).bytes().orElseThrow();
        Files.write(instrumented.resolve("bodies").resolve(file.getFileName()), bytes);
      }
    }
    return instrumented;
  }

  private static Optional<byte[]> bytes(ClassLoader loader, String name) {
    try (InputStream bytes = loader.getResourceAsStream(name + ".class")) {
      return bytes == null ? Optional.empty() : Optional.of(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads and initialises one of the classes, in a JVM that has them on its class path. */
  @SuppressWarnings("unchecked")
  static CoroutineBody<Integer, Integer> body(int number) {
    try {
      Class<?> type = Class.forName("bodies.B" + number);
      return (CoroutineBody<Integer, Integer>) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    Sources.delete(plain);
    Sources.delete(instrumented);
  }
}
