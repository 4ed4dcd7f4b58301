package dev.respool.corpus.proof;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a suite in a JVM of its own, with JUnit's console launcher.
 *
 * @param suite what
 * @param proof where its tests and its class path lie
 * @param name of the run, for its files
 */
record SuiteRun(Suite suite, Path proof, String name) {
  /** Where the build has unpacked classes and resources; no link, since some tests walk it. */
  private static final String TESTS = "src/test/resources";

  private static final List<String> OPENED =
      List.of(
          "lang",
          "lang.reflect",
          "util",
          "time",
          "time.chrono",
          "io",
          "net",
          "nio",
          "util.concurrent");

  /**
   * @param jvmOptions such as an agent
   * @return what became of the tests
   */
  Outcomes with(List<String> jvmOptions) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(jvmOptions);
    arguments.add("-Xmx2g");
    OPENED.forEach(name -> arguments.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED"));
    arguments.addAll(List.of("-cp", classPath()));
    arguments.addAll(List.of("org.junit.platform.console.ConsoleLauncher", "execute"));
    arguments.addAll(List.of("--disable-banner", "--details=summary"));
    arguments.addAll(List.of("--scan-class-path", TESTS));
    arguments.addAll(suite.selection());
    Path reports = emptied(file("-reports"));
    arguments.add("--reports-dir=" + reports);
    new ChildJvm(directoryWithResources(), log()).run(arguments); // 1 if a test fails
    return Outcomes.read(reports);
  }

  /** What the JVM printed. */
  Path log() {
    return file(".log");
  }

  private Path file(String suffix) {
    String jdk = String.valueOf(Runtime.version().feature());
    return proof.resolve("runs").resolve(jdk).resolve(suite.directory() + "-" + name + suffix);
  }

  private static Path emptied(Path directory) throws IOException {
    Files.createDirectories(directory);
    try (DirectoryStream<Path> old = Files.newDirectoryStream(directory)) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    return directory;
  }

  private String classPath() throws IOException {
    try (Stream<Path> jars = Files.list(proof.resolve("class-path"))) {
      return Stream.concat(Stream.of(TESTS), jars.map(Path::toString).sorted())
          .reduce((a, b) -> a + File.pathSeparator + b)
          .orElseThrow();
    }
  }

  /** Tests open files below src/test and target, as these lie in the library's own build. */
  private Path directoryWithResources() throws IOException {
    Path directory = proof.resolve("suites").resolve(suite.directory());
    for (String link : List.of("src/test/java", "target/test-classes")) {
      Path place = directory.resolve(link);
      Files.createDirectories(place.getParent());
      if (!Files.exists(place)) {
        Files.createSymbolicLink(place, place.getParent().relativize(directory.resolve(TESTS)));
      }
    }
    return directory;
  }
}
