package dev.respool.it.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command line of a page, held against the project: scripts and their options, phases and goals
 * of Maven, modules, profiles, properties and the names of jars exist. Nothing is run.
 */
final class Command {
  private static final Set<String> PHASES =
      Set.of("clean", "compile", "test", "package", "verify", "install", "deploy");
  private static final Set<String> SWITCHES = Set.of("-q", "-o", "-B", "-am", "-ntp");
  private static final Set<String> WELL_KNOWN =
      Set.of("test", "skipTests", "maven.repo.local", "gpg.keyname");
  private static final Pattern JAR = Pattern.compile("(respool-[a-z]+)(?:-VERSION)?\\.jar");

  private final String line;
  private final List<String> words;
  private final List<String> problems = new ArrayList<>();

  Command(String line) {
    this.line = line;
    this.words = List.of(line.replaceAll("\\s#.*", "").strip().split("\\s+"));
  }

  /** What does not exist; empty if all of it does. */
  List<String> problems() {
    String program = words.get(0);
    switch (program) {
      case "mvn" -> words.stream().skip(1).forEach(this::maven);
      case "java", "javac" -> jars();
      default -> script(program);
    }
    return problems;
  }

  private void require(boolean exists, String what) {
    if (!exists) {
      problems.add("'" + line + "': there is no " + what);
    }
  }

  private void script(String name) {
    Path file = Page.PROJECT.resolve(name);
    if (!name.contains("/") || !Files.isExecutable(file)) {
      require(false, "script " + name);
      return;
    }
    words.stream()
        .skip(1)
        .forEach(word -> require(read(file).contains(word), "argument " + word + " of " + name));
  }

  private void jars() {
    for (MatchResult jar : JAR.matcher(line).results().toList()) {
      String artifact = "<artifactId>" + jar.group(1) + "</artifactId>";
      require(poms().anyMatch(pom -> pom.contains(artifact)), "artifact " + jar.group(1));
    }
  }

  private void maven(String word) {
    int before = words.indexOf(word) - 1;
    if (words.get(before).equals("-pl")) {
      modules(word);
    } else if (word.startsWith("-D")) {
      property(word.substring(2).replaceAll("=.*", ""));
    } else if (word.startsWith("-P")) {
      String profile = "<id>" + word.substring(2) + "</id>";
      require(poms().anyMatch(pom -> pom.contains(profile)), "profile " + word);
    } else if (word.contains(":")) {
      goal(word);
    } else if (!word.equals("-pl")) {
      require(SWITCHES.contains(word) || PHASES.contains(word), "phase or option " + word);
    }
  }

  private void modules(String list) {
    for (String module : list.split(",")) {
      Path pom = Page.PROJECT.resolve(module).resolve("pom.xml");
      require(Files.isRegularFile(pom), "module " + module);
    }
  }

  private void goal(String goal) {
    String plugin = goal.substring(0, goal.indexOf(':')) + "-maven-plugin<";
    String core = "maven-" + goal.substring(0, goal.indexOf(':')) + "-plugin<";
    require(poms().anyMatch(pom -> pom.contains(plugin) || pom.contains(core)), "goal " + goal);
  }

  private void property(String name) {
    boolean known =
        WELL_KNOWN.contains(name)
            || poms().anyMatch(pom -> pom.contains(name))
            || sources().anyMatch(source -> source.contains('"' + name + '"'));
    require(known, "property " + name);
  }

  private static Stream<String> poms() {
    return files("pom.xml", 2).map(Command::read);
  }

  private static Stream<String> sources() {
    return files(".java", Integer.MAX_VALUE).map(Command::read);
  }

  private static Stream<Path> files(String end, int depth) {
    try (Stream<Path> all = Files.walk(Page.PROJECT, depth)) {
      return all
          .filter(file -> file.toString().endsWith(end))
          .filter(file -> !file.toString().contains("/target/"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command of a code span, if it is one. */
  static Optional<Command> ofSpan(String span) {
    boolean command = span.startsWith("mvn ") || span.startsWith("./") || span.startsWith("java ");
    return command ? Optional.of(new Command(span)) : Optional.empty();
  }
}
