package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the sources of the compiler against the arrows between its rooms: emit -> plan -> analysis,
 * plan -> suspendable, root -> all. An import counts, and so does a qualified name in the code;
 * comments and literals do not.
 */
class RoomGuardTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final String ROOT = "dev.respool.compiler";
  private static final String SUSPENDABLE = ROOT + ".suspendable";
  private static final String ANALYSIS = ROOT + ".analysis";
  private static final String PLAN = ROOT + ".plan";
  private static final String EMIT = ROOT + ".emit";

  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          ROOT, Set.of(SUSPENDABLE, ANALYSIS, PLAN, EMIT),
          EMIT, Set.of(PLAN),
          PLAN, Set.of(ANALYSIS, SUSPENDABLE),
          ANALYSIS, Set.of(),
          SUSPENDABLE, Set.of());

  private static final Pattern COMMENT_OR_LITERAL =
      Pattern.compile(
          "(?s)/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\""
              + "|\"(?:[^\"\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\n]|\\\\.)*+'");
  private static final Pattern OUR_PACKAGE =
      Pattern.compile("\\bdev\\.respool(?:\\.[a-z]\\w*)*(?=\\.[A-Z*])");
  private static final Pattern CLASS_FILES = Pattern.compile("\\bClass(?:Reader|Writer)\\s*\\(");
  private static final Pattern OUTSIDE_WORLD =
      Pattern.compile(
          "\\bjava\\.nio\\.file\\b|\\bjava\\.io\\.File\\w*|\\bClassLoader\\b|\\bClass\\.forName\\b"
              + "|\\bThread\\b|\\bExecutor\\w*");

  @Test
  void every_room_uses_only_the_rooms_that_it_may() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Source source : sources()) {
      for (Use use : source.uses(OUR_PACKAGE)) {
        if (!mayUse(source.room(), use.text())) {
          wrong.add(use.place() + ": " + source.room() + " must not use " + use.text());
        }
      }
    }
    assertEquals(List.of(), wrong, "the line belongs into a room that may use the other one");
  }

  @Test
  void there_are_no_other_rooms() throws IOException {
    Set<String> rooms = new TreeSet<>();
    sources().forEach(source -> rooms.add(source.room()));
    assertEquals(new TreeSet<>(MAY_USE.keySet()), rooms, "a new room needs its arrows here");
  }

  @Test
  void only_the_root_reads_and_writes_class_files() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Source source : sources()) {
      if (!source.room().equals(ROOT)) {
        source.uses(CLASS_FILES).forEach(use -> wrong.add(use.place() + ": " + use.text()));
      }
    }
    assertEquals(List.of(), wrong, "bytes are read and written in " + ROOT);
  }

  @Test
  void the_compiler_knows_no_files_threads_or_class_loaders() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Source source : sources()) {
      source.uses(OUTSIDE_WORLD).forEach(use -> wrong.add(use.place() + ": " + use.text()));
    }
    assertEquals(List.of(), wrong, "these belong into the agent or the Maven plugin");
  }

  @Test
  void the_guard_sees_imports_and_qualified_names_but_no_comments_or_literals() {
    Source source =
        new Source(
            Path.of("Fake.java"),
            ROOT + ".emit",
            """
            import dev.respool.compiler.plan.MethodPlan;
            import static dev.respool.compiler.analysis.Liveness.of;
            /* dev.respool.compiler.suspendable.A */
            String s = "dev.respool.compiler.suspendable.B"; // dev.respool.compiler.C
            dev.respool.Coroutine c;
            """);
    List<String> seen = source.uses(OUR_PACKAGE).stream().map(Use::toString).toList();
    assertEquals(
        List.of("Fake.java:1 " + PLAN, "Fake.java:2 " + ANALYSIS, "Fake.java:5 dev.respool"), seen);
  }

  private static boolean mayUse(String room, String other) {
    return room.equals(other) || MAY_USE.getOrDefault(room, Set.of()).contains(other);
  }

  private static List<Source> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Source> sources = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String room = SOURCES.relativize(file.getParent()).toString().replaceAll("[/\\\\]", ".");
        sources.add(new Source(file, room, Files.readString(file)));
      }
      return sources;
    }
  }

  /** A name found in the code of a source file. */
  private record Use(String place, String text) {
    @Override
    public String toString() {
      return place + " " + text;
    }
  }

  /** A source file of a room. */
  private record Source(Path file, String room, String text) {
    List<Use> uses(Pattern name) {
      String code = withoutCommentsAndLiterals();
      List<Use> uses = new ArrayList<>();
      for (Matcher m = name.matcher(code); m.find(); ) {
        long line = 1 + code.substring(0, m.start()).chars().filter(c -> c == '\n').count();
        uses.add(new Use(file + ":" + line, m.group()));
      }
      return uses;
    }

    /** The code; every line stays where it was. */
    private String withoutCommentsAndLiterals() {
      return COMMENT_OR_LITERAL
          .matcher(text)
          .replaceAll(m -> "\n".repeat((int) m.group().chars().filter(c -> c == '\n').count()));
    }
  }
}
