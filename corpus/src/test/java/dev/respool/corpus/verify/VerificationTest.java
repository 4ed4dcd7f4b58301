package dev.respool.corpus.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.plan.Monitors;
import dev.respool.corpus.report.Tally;
import dev.respool.corpus.report.TallyText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerificationTest {
  private static final int CLASSES = 300;
  private static final long SEED = 4;

  @ParameterizedTest
  @EnumSource
  void a_sample_of_the_running_jdk_is_transformed_and_verifies(Monitors monitors)
      throws IOException {
    Tally tally = new Verification(Subject.sampleOfJdk(CLASSES, SEED), monitors).run();
    assertEquals(Set.of(), tally.failures(), () -> TallyText.of(tally));
    assertEquals(CLASSES, tally.count("class-files"));
    assertTrue(tally.count("points") > CLASSES, TallyText.of(tally));
    assertTrue(tally.count("loaded") > CLASSES / 4, TallyText.of(tally));
  }

  @Test
  void a_class_that_does_not_stand_where_its_name_says_is_known_by_its_name(@TempDir Path directory)
      throws IOException {
    Path jar = directory.resolve("misplaced.jar");
    byte[] bytes = bytesOf(Caller.class);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String place : List.of("Lib/one/Caller.class", "Lib/two/Caller.class")) {
        out.putNextEntry(new JarEntry(place));
        out.write(bytes);
      }
    }
    Subject subject = Subject.ofJars(List.of(jar));
    Tally tally = new Verification(subject, Monitors.REFUSE).run();

    assertEquals(Set.of(), tally.failures(), () -> TallyText.of(tally));
    assertEquals(2, tally.count("class-files"));
    assertEquals(1, tally.count("loaded"));
    assertTrue(subject.world().find(Caller.class.getName().replace('.', '/')).isPresent());
  }

  /** Has suspension points, and methods that call each other. */
  private static final class Caller {
    static int one() {
      return two() + 1;
    }

    static int two() {
      return Integer.parseInt("2");
    }
  }

  private static byte[] bytesOf(Class<?> type) throws IOException {
    try (InputStream in =
        type.getResourceAsStream(type.getName().replaceFirst(".*\\.", "") + ".class")) {
      return in.readAllBytes();
    }
  }
}
