package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLoadersIT {
  private static final String ONE_TWO_THREE = "1\n2\n3";

  @TempDir Path directory;

  @Test
  void classes_of_another_class_loader_are_transformed() throws Exception {
    Program plugin =
        Program.compile(Files.createDirectory(directory.resolve("p")), Sources.NUMBERS);
    Program host =
        Program.compile(
            Files.createDirectory(directory.resolve("h")),
            """
            package host;
            public class Host {
              public static void main(String[] args) throws Exception {
                java.net.URL[] urls = {java.nio.file.Path.of(args[0]).toUri().toURL()};
                try (java.net.URLClassLoader loader = new java.net.URLClassLoader(urls)) {
                  loader.loadClass("demo.Numbers").getMethod("main", String[].class)
                      .invoke(null, (Object) new String[0]);
                }
              }
            }
            """);

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("")
            .classPath(host.classes())
            .run("host.Host", plugin.classes().toString());

    assertEquals(ONE_TWO_THREE, result.out());
    assertEquals("", result.err());
  }

  @Test
  void classes_that_exist_in_memory_only_are_transformed_and_know_each_other() throws Exception {
    Program plugin =
        Program.compile(
            Files.createDirectory(directory.resolve("p")),
            """
            package demo;
            import dev.respool.*;
            public class Caller {
              @Suspendable static void twice(int n) {
                Callee.emit(n);
                Callee.emit(n + 1);
              }
              public static void run() {
                Coroutine<Object, Object> co = Coroutine.create(x -> { twice(1); return 3; });
                while (!co.isDone()) {
                  System.out.println(co.resume());
                }
              }
            }
            """,
            """
            package demo;
            public class Callee {
              @dev.respool.Suspendable static void emit(int n) {
                dev.respool.Coroutine.yield(n);
              }
            }
            """);
    Program host =
        Program.compile(
            Files.createDirectory(directory.resolve("h")),
            """
            package host;
            import java.nio.file.*;
            public class Host extends ClassLoader {
              public static void main(String[] args) throws Exception {
                Host host = new Host();
                Path root = Path.of(args[0], "demo");
                byte[] callee = Files.readAllBytes(root.resolve("Callee.class"));
                byte[] caller = Files.readAllBytes(root.resolve("Caller.class"));
                host.defineClass(null, callee, 0, callee.length);
                host.defineClass("demo.Caller", caller, 0, caller.length).getMethod("run").invoke(null);
              }
            }
            """);

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("")
            .classPath(host.classes())
            .run("host.Host", plugin.classes().toString());

    assertEquals(ONE_TWO_THREE, result.out());
    assertEquals("", result.err());
  }

  @Test
  void a_named_module_that_does_not_read_the_runtime_is_made_to_read_it() throws Exception {
    Path lib = Files.createDirectory(directory.resolve("lib"));
    Program library = Program.compile(lib, Sources.LIBRARY, "module lib { exports lib; }");
    Program app = Program.compile(directory, Sources.LIBRARY, Sources.LIBRARY_USER);

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("suspendable=lib.**")
            .option("--module-path", library.classes().toString(), "--add-modules", "lib")
            .classPath(app.classes())
            .run("demo.Visits");

    assertEquals(ONE_TWO_THREE, result.out());
    assertEquals("", result.err());
  }

  @Test
  void a_module_that_requires_the_runtime_is_transformed() throws Exception {
    Path app = Files.createDirectory(directory.resolve("app"));
    Program program =
        Program.compile(app, Sources.NUMBERS, "module numbers { requires dev.respool.runtime; }");

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("")
            .option("-p", program.classes() + File.pathSeparator + ForkedJvm.RUNTIME)
            .run("-m", "numbers/demo.Numbers");

    assertEquals(ONE_TWO_THREE, result.out());
    assertEquals("", result.err());
  }

  @Test
  void a_constructor_in_a_closed_module_assigns_final_fields_behind_a_suspension()
      throws Exception {
    Path app = Files.createDirectory(directory.resolve("app"));
    Program program =
        Program.compile(app, Sources.BUILT, "module built { requires dev.respool.runtime; }");

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("")
            .option("-p", program.classes() + File.pathSeparator + ForkedJvm.RUNTIME)
            .run("-m", "built/demo.Built");

    assertEquals("1\n2\n1 one Pair[left=2, right=two]", result.out());
    assertEquals("", result.err());
  }

  @Test
  void an_automatic_module_is_transformed() throws Exception {
    Path app = Files.createDirectory(directory.resolve("app"));
    Program program = Program.compile(app, Sources.NUMBERS);
    Path jar =
        program.jar(directory.resolve("numbers.jar"), Map.of("Automatic-Module-Name", "numbers"));

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("")
            .option("-p", jar + File.pathSeparator + ForkedJvm.RUNTIME)
            .option("--add-modules", "ALL-MODULE-PATH")
            .run("-m", "numbers/demo.Numbers");

    assertEquals(ONE_TWO_THREE, result.out());
    assertEquals("", result.err());
  }

  @Test
  void classes_of_the_boot_loader_are_transformed_if_the_runtime_is_there_too() throws Exception {
    Program program = Program.compile(directory, Sources.NUMBERS);

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("")
            .option("-Xbootclasspath/a:" + program.classes())
            .option("-Xbootclasspath/a:" + ForkedJvm.RUNTIME)
            .run("demo.Numbers");

    assertEquals(ONE_TWO_THREE, result.out());
  }

  @Test
  void a_named_class_whose_loader_has_no_runtime_is_reported() throws Exception {
    Program library =
        Program.compile(Files.createDirectory(directory.resolve("l")), Sources.LIBRARY);
    Program host =
        Program.compile(
            Files.createDirectory(directory.resolve("h")),
            """
            package host;
            public class Host {
              public static void main(String[] args) throws Exception {
                java.net.URL[] urls = {java.nio.file.Path.of(args[0]).toUri().toURL()};
                new java.net.URLClassLoader(urls, null).loadClass("lib.Walker").getMethods();
              }
            }
            """);

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("suspendable=lib.**")
            .classPath(host.classes())
            .run("host.Host", library.classes().toString());

    assertTrue(result.err().startsWith("respool: lib.Walker: "), result.err());
    assertTrue(result.err().contains("does not see the Respool runtime"), result.err());
  }
}
