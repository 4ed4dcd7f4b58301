package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JVM saves a coroutine and the class files of its frames. After a deploy that changes a local's
 * type, another JVM finishes it in the old code, which the agent instruments there.
 */
class SnapshotPinIT {
  private static final Path HERE = Path.of(System.getProperty("java.home"));

  /** The method that waits is in a class of its own; the helper lives on in its newer version. */
  private static final String SHOP =
      """
      package demo;
      import dev.respool.*;
      public class Shop {
        @Suspendable static String order(String customer) {
          int amount = 5;
          for (String item : java.util.List.of("tea", "salt")) {
            String paid = Coroutine.yield(item);
            amount += Integer.parseInt(paid);
          }
          return "v1 " + customer + amount + own() + Prices.version();
        }
        private static String own() { return " own v1 "; }
      }
      """;

  private static final String PRICES =
      """
      package demo;
      public class Prices {
        public static String version() { return "prices v1"; }
      }
      """;

  private static final String MAIN =
      """
      package demo;
      import dev.respool.*;
      import dev.respool.snapshot.*;
      import java.io.*;
      import java.nio.file.*;
      public class Main {
        static byte[] stored(Path directory, String hash) {
          try {
            Path file = directory.resolve(hash);
            return Files.exists(file) ? Files.readAllBytes(file) : null;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
        public static void main(String[] args) throws Exception {
          Path directory = Path.of(args[1]);
          Path file = directory.resolve("order.snapshot");
          if (args[0].equals("save")) {
            Coroutine<Object, Object> co = Coroutine.create(first -> Shop.order("c"));
            System.out.println(co.resume());
            Snapshot snapshot = Snapshot.of(co);
            Files.write(file, snapshot.toBytes());
            for (CodeVersion version : snapshot.code()) {
              Files.write(directory.resolve(version.hash()), version.bytes().orElseThrow());
            }
          } else {
            SnapshotPolicy policy = SnapshotPolicy.standard().withCode(hash -> stored(directory, hash));
            Snapshot snapshot = Snapshot.read(Files.readAllBytes(file), policy);
            System.out.println(snapshot.preview().outcome());
            Coroutine<Object, Object> co = snapshot.restore();
            System.out.println(co.resume("1"));
            System.out.println(co.resume("2"));
          }
        }
      }
      """;

  @TempDir Path directory;
  private Program before;
  private Program after;
  private int jvms;

  @BeforeEach
  void compileBothVersions() {
    before = Program.compile(directory.resolve("before"), SHOP, PRICES, MAIN);
    String shop = SHOP.replace("int amount", "long amount").replace("v1", "v2");
    after = Program.compile(directory.resolve("after"), shop, PRICES.replace("v1", "v2"), MAIN);
  }

  private ForkedJvm.Result run(Path home, Program program, boolean agent, String... arguments)
      throws Exception {
    Path own = Files.createDirectory(directory.resolve("jvm-" + jvms++));
    ForkedJvm jvm = new ForkedJvm(own, home);
    Path classes = agent ? program.classes() : program.built(own.resolve("built")).classes();
    String[] command = {"demo.Main", arguments[0], arguments[1]};
    return (agent ? jvm.agent("") : jvm).classPath(classes).run(command);
  }

  /** Where the snapshot and the class files lie. */
  private String saved(boolean agent) throws Exception {
    String store = Files.createDirectory(directory.resolve("store-" + jvms)).toString();
    ForkedJvm.Result saved = run(HERE, before, agent, "save", store);
    assertEquals("tea", saved.out(), saved.err());
    return store;
  }

  private static void assertFinished(ForkedJvm.Result result) {
    assertEquals("is pinned\nsalt\nv1 c8 own v1 prices v2", result.out(), result.err());
    assertEquals("", result.err());
  }

  @Test
  void the_agent_instruments_the_old_class_file_as_it_was_compiled() throws Exception {
    assertFinished(run(HERE, after, true, "restore", saved(true)));
  }

  @Test
  void an_old_class_file_that_the_build_has_instrumented_goes_on_with_the_agent_and_without()
      throws Exception {
    String store = saved(false);
    assertFinished(run(HERE, after, true, "restore", store));
    assertFinished(run(HERE, after, false, "restore", store));
  }

  @Test
  void without_the_agent_a_class_file_as_it_was_compiled_is_refused_with_what_to_do()
      throws Exception {
    ForkedJvm.Result refused = run(HERE, after, false, "restore", saved(true));
    assertTrue(refused.err().contains("demo.Shop.order(Shop.java:7)"), refused.err());
    assertTrue(refused.err().contains("run with the Respool agent"), refused.err());
  }

  @Test
  void another_jdk_finishes_it_in_the_old_code_too() throws Exception {
    Optional<OtherJdk> other = OtherJdk.find();
    assumeTrue(other.isPresent(), "the build has found no second JDK of version 17 or more");
    assertFinished(run(other.get().home(), after, true, "restore", saved(true)));
  }
}
