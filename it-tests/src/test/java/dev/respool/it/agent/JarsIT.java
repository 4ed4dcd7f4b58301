package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed jars, and jars with several versions of a class. */
class JarsIT {
  private static final String PASSWORD = "changeit";

  /** What {@code Numbers} is on the JVMs that the tests run on. */
  private static final String NEWER_NUMBERS = Sources.NUMBERS.replace("i <= 3", "i <= 4");

  @TempDir Path directory;
  private Path jar;

  @BeforeEach
  void choosePlace() {
    jar = directory.resolve("app.jar");
  }

  private ForkedJvm jvm() {
    return new ForkedJvm(directory);
  }

  /** Runs a tool of the JDK that runs the tests. */
  private void tool(String name, String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
    command.addAll(List.of(arguments));
    Path log = directory.resolve(name + ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertEquals(0, process.waitFor(), () -> read(log));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void sign() throws Exception {
    String store = directory.resolve("keys").toString();
    tool(
        "keytool",
        "-genkeypair",
        "-alias",
        "demo",
        "-keyalg",
        "EC",
        "-dname",
        "CN=demo",
        "-keystore",
        store,
        "-storepass",
        PASSWORD);
    tool("jarsigner", "-keystore", store, "-storepass", PASSWORD, jar.toString(), "demo");
  }

  @Test
  void the_agent_transforms_the_classes_of_a_signed_jar_and_they_stay_signed() throws Exception {
    String main =
        """
        package demo;
        public class Signed {
          public static void main(String[] args) {
            Numbers.main(args);
            System.out.println(Numbers.class.getProtectionDomain().getCodeSource().getCodeSigners().length);
          }
        }
        """;
    Program.compile(directory, Sources.NUMBERS, main).jar(jar, Map.of());
    sign();

    ForkedJvm.Result result = jvm().agent("").classPath(jar).run("demo.Signed");

    assertEquals("1\n2\n3\n1", result.out());
    assertEquals("", result.err());
  }

  @Test
  void the_agent_transforms_the_version_of_a_class_that_the_jvm_takes() throws Exception {
    Program program =
        Program.compile(Files.createDirectory(directory.resolve("o")), Sources.NUMBERS);
    Program newer = Program.compile(Files.createDirectory(directory.resolve("n")), NEWER_NUMBERS);
    multiRelease(program, newer);

    ForkedJvm.Result result = jvm().agent("").classPath(jar).run("demo.Numbers");

    assertEquals("1\n2\n3\n4", result.out());
    assertEquals("", result.err());
  }

  private void multiRelease(Program program, Program newer) throws IOException {
    Path versions = program.classes().resolve("META-INF/versions/17/demo");
    Files.createDirectories(versions);
    try (var files = Files.list(newer.classes().resolve("demo"))) {
      for (Path file : files.toList()) {
        Files.copy(file, versions.resolve(file.getFileName()));
      }
    }
    program.jar(jar, Map.of("Multi-Release", "true"));
  }

  @Test
  void the_build_instruments_every_version_of_a_class() throws Exception {
    Program program =
        Program.compile(Files.createDirectory(directory.resolve("o")), Sources.NUMBERS);
    Program newer = Program.compile(Files.createDirectory(directory.resolve("n")), NEWER_NUMBERS);
    multiRelease(program, newer);
    Program built = program.built(directory.resolve("built"));
    built.jar(jar, Map.of("Multi-Release", "true"));
    ForkedJvm.Result newest = jvm().classPath(jar).run("demo.Numbers");
    built.jar(jar, Map.of());
    ForkedJvm.Result oldest = jvm().classPath(jar).run("demo.Numbers");

    assertEquals("1\n2\n3\n4", newest.out(), newest.err());
    assertEquals("1\n2\n3", oldest.out(), oldest.err());
  }
}
