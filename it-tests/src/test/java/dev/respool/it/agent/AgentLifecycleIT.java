package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLifecycleIT {
  /** Lets {@code demo.Numbers} be retransformed while one of its generators is suspended. */
  private static final String OTHER_AGENT =
      """
      package other;
      import java.lang.instrument.*;
      public class Agent implements ClassFileTransformer {
        static Instrumentation jvm;
        public static void premain(String argument, Instrumentation instrumentation) {
          jvm = instrumentation;
          jvm.addTransformer(new Agent(), true);
        }
        @Override
        public byte[] transform(ClassLoader loader, String name, Class<?> loaded,
            java.security.ProtectionDomain domain, byte[] bytes) {
          return "demo/Numbers".equals(name) ? bytes.clone() : null;
        }
      }
      """;

  private static final String RETRANSFORMER =
      """
      package other;
      import dev.respool.Generator;
      import java.lang.instrument.*;
      public class Main {
        public static void main(String[] args) throws Exception {
          demo.Numbers.main(args);
          Agent.jvm.retransformClasses(demo.Numbers.class);
          demo.Numbers.main(args);
          byte[] file = demo.Numbers.class.getResourceAsStream("Numbers.class").readAllBytes();
          Agent.jvm.redefineClasses(new ClassDefinition(demo.Numbers.class, file));
          demo.Numbers.main(args);
        }
      }
      """;

  /** Retransforms and redefines a class while a coroutine is suspended in its methods. */
  private static final String INTERRUPTED =
      """
      package other;
      import dev.respool.*;
      import java.lang.instrument.*;
      public class Interrupted {
        public static void main(String[] args) throws Exception {
          Coroutine<Object, Object> co = Coroutine.create(x -> demo.Sums.sum(1, 3));
          System.out.println(co.resume());
          Agent.jvm.retransformClasses(demo.Sums.class);
          System.out.println(co.resume());
          byte[] file = demo.Sums.class.getResourceAsStream("Sums.class").readAllBytes();
          Agent.jvm.redefineClasses(new ClassDefinition(demo.Sums.class, file));
          System.out.println(co.resume());
          System.out.println(co.resume());
          Coroutine<Object, Object> next = Coroutine.create(x -> demo.Sums.sum(4, 4));
          System.out.println(next.resume() + " " + next.resume());
        }
      }
      """;

  private static final String SUMS =
      """
      package demo;
      import dev.respool.*;
      public class Sums {
        @Suspendable public static int sum(int first, int last) {
          int rest = first == last ? 0 : sum(first + 1, last);
          Coroutine.yield("at " + first);
          return first + rest;
        }
      }
      """;

  private static final String ATTACHER =
      """
      package demo;
      import dev.respool.Generator;
      import com.sun.tools.attach.VirtualMachine;
      public class Attacher {
        public static void main(String[] args) throws Exception {
          VirtualMachine self = VirtualMachine.attach("" + ProcessHandle.current().pid());
          self.loadAgent(args[0]);
          Numbers.main(args);
          try {
            for (int n : Generator.<Integer>of(g -> g.yield(4))) {
              System.out.println(n);
            }
          } catch (dev.respool.NotSuspendableException e) {
            System.out.println(e.getMessage());
          }
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void another_agent_behind_ours_can_retransform_and_redefine() throws Exception {
    assertRetransformable(true);
  }

  @Test
  void another_agent_before_ours_can_retransform_and_redefine() throws Exception {
    assertRetransformable(false);
  }

  @Test
  void suspended_coroutines_go_on_in_a_class_that_was_retransformed() throws Exception {
    Program program = Program.compile(directory, SUMS, OTHER_AGENT, INTERRUPTED);

    ForkedJvm.Result result = runWithOther(program, true, "other.Interrupted");

    assertEquals("at 3\nat 2\nat 1\n6\nat 4 4", result.out());
    assertEquals("", result.err());
  }

  private void assertRetransformable(boolean oursFirst) throws Exception {
    Program program = Program.compile(directory, Sources.NUMBERS, OTHER_AGENT, RETRANSFORMER);

    ForkedJvm.Result result = runWithOther(program, oursFirst, "other.Main");

    assertEquals("1\n2\n3\n1\n2\n3\n1\n2\n3", result.out());
    assertEquals("", result.err());
  }

  private ForkedJvm.Result runWithOther(Program program, boolean oursFirst, String main)
      throws Exception {
    Map<String, String> attributes =
        Map.of(
            "Premain-Class", "other.Agent",
            "Can-Retransform-Classes", "true",
            "Can-Redefine-Classes", "true");
    String other = "-javaagent:" + program.jar(directory.resolve("other.jar"), attributes);
    ForkedJvm jvm = new ForkedJvm(directory);
    if (oursFirst) {
      jvm.agent("").option(other);
    } else {
      jvm.option(other).agent("");
    }
    return jvm.classPath(program.classes()).run(main);
  }

  @Test
  void attached_late_it_transforms_what_is_loaded_later_and_reports_the_rest() throws Exception {
    Program program = Program.compile(directory, Sources.NUMBERS, ATTACHER);

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .option("-Djdk.attach.allowAttachSelf=true")
            .classPath(program.classes())
            .run("demo.Attacher", ForkedJvm.AGENT.toString());

    assertTrue(result.out().startsWith("1\n2\n3\n"), result.out());
    assertTrue(result.out().contains("it was loaded before Respool"), result.out());
    assertTrue(result.err().contains("respool: demo.Attacher: it was loaded before"), result.err());
  }

  @Test
  void it_can_be_attached_by_an_executable_jar() throws Exception {
    Path here = Files.createDirectory(directory.resolve("jar"));
    Program program = Program.compile(here, Sources.NUMBERS);
    Map<String, String> attributes =
        Map.of(
            "Main-Class", "demo.Numbers",
            "Launcher-Agent-Class", "dev.respool.agent.RespoolAgent",
            "Class-Path", ForkedJvm.AGENT.toUri() + " " + ForkedJvm.RUNTIME.toUri());

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .run("-jar", program.jar(directory.resolve("app.jar"), attributes).toString());

    assertEquals("1\n2\n3", result.out());
    assertEquals("", result.err());
  }

  @Test
  void classes_that_the_build_has_instrumented_are_left_alone() throws Exception {
    Program program = Program.compile(directory, Sources.NUMBERS);
    Path instrumented = directory.resolve("instrumented");
    new ForkedJvm(directory)
        .agent("dump=" + instrumented)
        .classPath(program.classes())
        .run("demo.Numbers");

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("verbose=true,strict=true")
            .classPath(instrumented)
            .run("demo.Numbers");

    assertEquals("1\n2\n3", result.out());
    assertEquals("", result.err());
  }

  @Test
  void given_twice_it_transforms_once() throws Exception {
    Program program = Program.compile(directory, Sources.NUMBERS);

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("verbose=true")
            .agent("verbose=true")
            .classPath(program.classes())
            .run("demo.Numbers");

    assertEquals("1\n2\n3", result.out());
    assertEquals(1, result.err().lines().count(), result.err());
  }
}
