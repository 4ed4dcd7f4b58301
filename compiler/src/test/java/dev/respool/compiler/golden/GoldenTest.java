package dev.respool.compiler.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.Compilation;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.fixture.VerifyingLoader;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds what the compiler makes of each target against a text that people have read. After a change
 * that is meant, {@code mvn test -pl compiler -am -Dgolden.write=true} writes the texts anew: read
 * their diff. After a change of a target, add {@code -Dgolden.classes=true} once, which renews the
 * class files that the texts are made of.
 */
class GoldenTest {
  private static final Path TEXTS = Path.of("src/test/resources/golden");

  private final TargetClasses classes = new TargetClasses();
  private final Compiler compiler = new Compiler(classes, Patterns.none(), Monitors.RELEASE);

  @BeforeAll
  static void renew_what_is_asked_for() throws IOException {
    if (Boolean.getBoolean("golden.classes")) {
      for (String source : TargetClasses.sources()) {
        TargetClasses.renew(source);
      }
    }
  }

  static List<String> sources() throws IOException {
    return TargetClasses.sources();
  }

  static List<String> changedTargets() throws IOException {
    TargetClasses classes = new TargetClasses();
    Compiler compiler = new Compiler(classes, Patterns.none(), Monitors.RELEASE);
    return TargetClasses.names().stream()
        .filter(name -> compiler.compile(classes.of(name)).bytes().isPresent())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("changedTargets")
  void the_plan_and_the_bodies_are_as_they_were_read(String target) throws IOException {
    compare(target.replace('$', '.') + ".txt", Golden.textOf(compile(target)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Choice", "Loop", "TryFinally"})
  void so_they_are_for_debuggers(String target) throws IOException {
    compare(target + ".debuggable.txt", Golden.textOf(forDebuggers().compile(classes.of(target))));
  }

  private static void compare(String name, String actual) throws IOException {
    Path file = TEXTS.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, actual);
    }
    String expected = Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
    String difference = Difference.between(expected, actual);
    assertTrue(
        difference.isEmpty(),
        () ->
            file.getFileName()
                + " differs; if it is meant, run with -Dgolden.write=true\n"
                + difference);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void the_class_file_is_of_the_source_that_is_here(String source) throws IOException {
    assertEquals(
        TargetClasses.fingerprintThen(source),
        TargetClasses.fingerprintNow(source),
        source + ".java has changed: run with -Dgolden.classes=true");
  }

  @Test
  void every_source_has_a_text_and_every_text_a_source() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(TEXTS)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".txt"))
          .forEach(file -> texts.add(file.substring(0, file.indexOf('.'))));
    }
    assertEquals(TargetClasses.sources(), texts.stream().distinct().sorted().toList());
  }

  @Test
  void nothing_in_a_target_is_refused() throws IOException {
    for (String target : TargetClasses.names()) {
      assertEquals(List.of(), compile(target).refusals(), target);
    }
  }

  @Test
  void every_transformed_target_passes_the_verifier() throws Exception {
    passTheVerifier(compiler);
  }

  @Test
  void so_it_does_for_debuggers() throws Exception {
    passTheVerifier(forDebuggers());
  }

  private Compiler forDebuggers() {
    return new Compiler(
        classes, new Compiler.Options(Patterns.none(), Monitors.RELEASE, Patterns.none(), true));
  }

  private void passTheVerifier(Compiler compiler) throws Exception {
    VerifyingLoader loader = new VerifyingLoader();
    for (String target : TargetClasses.names()) {
      loader.add(compiler.compile(classes.of(target)).bytes().orElse(classes.of(target)));
    }
    for (String target : TargetClasses.names()) {
      String name = "dev.respool.compiler.golden.targets." + target;
      assertEquals(loader, Class.forName(name, true, loader).getClassLoader());
    }
  }

  private Compilation compile(String target) {
    return compiler.compile(classes.of(target));
  }
}
