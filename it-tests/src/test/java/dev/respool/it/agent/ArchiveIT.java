package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Application class data sharing: classes that come from an archive instead of a class file. */
class ArchiveIT {
  private static final String EXPECTED = "1\n2\n1 one Pair[left=2, right=two]";

  @TempDir static Path shared;
  private static Path base;

  @TempDir Path directory;
  private Path archive;

  /** The archive that comes with a JDK does not fit a JVM that verifies every class. */
  @BeforeAll
  static void archiveTheJdk() throws Exception {
    base = shared.resolve("base.jsa");
    ForkedJvm.Result result =
        new ForkedJvm(shared).option("-XX:SharedArchiveFile=" + base).run("-Xshare:dump");
    assertEquals(0, result.status(), result.out() + result.err());
  }

  @BeforeEach
  void choosePlace() {
    archive = directory.resolve("app.jsa");
  }

  private Program program() {
    return Program.compile(directory, Sources.BUILT);
  }

  private Path jar(Program program) throws Exception {
    return program.jar(directory.resolve("app.jar"), Map.of());
  }

  private ForkedJvm.Result run(ForkedJvm jvm, Path jar, String... options) throws Exception {
    return jvm.option(options).classPath(jar).run("demo.Built");
  }

  private String[] dumping() {
    return new String[] {"-XX:SharedArchiveFile=" + base, "-XX:ArchiveClassesAtExit=" + archive};
  }

  private String[] sharing() {
    String archives = base + File.pathSeparator + archive;
    return new String[] {"-XX:SharedArchiveFile=" + archives, "-Xlog:class+load"};
  }

  private static boolean isShared(ForkedJvm.Result result) {
    return result.out().contains("demo.Built source: shared objects file");
  }

  @Test
  void built_classes_come_from_an_archive() throws Exception {
    Path jar = jar(program().built(directory.resolve("built")));
    ForkedJvm.Result dump = run(new ForkedJvm(directory), jar, dumping());
    assertTrue(dump.out().startsWith(EXPECTED), dump.out() + dump.err());

    ForkedJvm.Result result = run(new ForkedJvm(directory), jar, sharing());

    assertTrue(isShared(result), result.out());
    assertEquals(EXPECTED, printed(result), result.out() + result.err());
  }

  private static String printed(ForkedJvm.Result result) {
    return String.join("\n", result.out().lines().filter(l -> !l.startsWith("[")).toList());
  }

  @Test
  void an_archive_of_plain_classes_does_not_keep_the_agent_from_them() throws Exception {
    Path jar = jar(program());
    ForkedJvm.Result dump =
        new ForkedJvm(directory).option(dumping()).classPath(jar).run("demo.Built");
    assertTrue(Files.isRegularFile(archive), dump.out() + dump.err());

    ForkedJvm.Result result = run(new ForkedJvm(directory).agent(""), jar, sharing());

    assertFalse(isShared(result), result.out());
    assertEquals(EXPECTED, printed(result), result.out() + result.err());
  }

  /** So says the JVM, whatever the agent does. */
  @Test
  void no_archive_is_dumped_while_an_agent_is_there() throws Exception {
    ForkedJvm.Result dump = run(new ForkedJvm(directory).agent(""), jar(program()), dumping());

    assertTrue(dump.out().contains("AllowArchivingWithJavaAgent"), dump.out() + dump.err());
  }
}
