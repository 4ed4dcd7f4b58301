package dev.respool.maven;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.agent.command.SnapshotCheck;
import dev.respool.snapshot.Snapshot;
import java.io.IOException;
import java.io.Serializable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots of coroutines that have not begun have no frames: they go on everywhere. */
class StoredSnapshotsTest {
  @TempDir Path directory;
  private final Lines log = new Lines();

  /** Can be saved. */
  private static final class Body implements CoroutineBody<Object, Object>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public Object run(Object first) {
      return first;
    }
  }

  /** What was logged, each text behind its level. */
  private static final class Lines extends SystemStreamLog {
    private final List<String> texts = new ArrayList<>();

    @Override
    public void info(CharSequence text) {
      texts.add("info " + text);
    }

    @Override
    public void warn(CharSequence text) {
      texts.add("warn " + text);
    }

    @Override
    public void error(CharSequence text) {
      texts.add("error " + text);
    }
  }

  @BeforeEach
  void saveOne() throws IOException {
    byte[] bytes = Snapshot.of(Coroutine.create(new Body())).toBytes();
    Files.write(directory.resolve("new.snapshot"), bytes);
    Files.writeString(directory.resolve("notes.txt"), "not one");
  }

  private void check(Path... classPath) throws IOException, MojoFailureException {
    try (SnapshotCheck check = new SnapshotCheck(List.of(classPath), "")) {
      new StoredSnapshots(log, true).check(check, directory);
    }
  }

  private static Path runtime() throws URISyntaxException {
    return Path.of(Snapshot.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void what_goes_on_is_information() throws Exception {
    check(runtime());

    assertEquals(
        List.of(
            "info new.snapshot: goes on",
            "info snapshots: 1 (can go on: 1, need a pin: 0, fail: 0), other files: 1"),
        log.texts);
  }

  @Test
  void a_damaged_snapshot_fails_the_build_and_is_named() throws Exception {
    Path damaged = Files.createDirectory(directory.resolve("deep")).resolve("damaged");
    byte[] bytes = Files.readAllBytes(directory.resolve("new.snapshot"));
    bytes[bytes.length - 1] ^= 1;
    Files.write(damaged, bytes);

    MojoFailureException failure = assertThrows(MojoFailureException.class, () -> check(runtime()));

    assertTrue(failure.getMessage().contains("fail: 1"), failure.getMessage());
    assertFalse(failure.getMessage().contains("failOnPin"), failure.getMessage());
    String said = log.texts.get(0);
    assertTrue(said.startsWith("error " + Path.of("deep", "damaged") + ": fails: "), said);
    assertTrue(said.contains("it is damaged: its checksum is wrong"), said);
  }

  @Test
  void without_snapshots_there_is_nothing_to_fail() throws IOException {
    Files.delete(directory.resolve("new.snapshot"));

    assertDoesNotThrow(() -> check(runtime()));
    assertEquals(1, log.texts.size());
  }

  @Test
  void a_class_path_without_the_runtime_is_told() {
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> check(directory));

    assertTrue(failure.getMessage().contains("has no respool-runtime"), failure.getMessage());
  }
}
