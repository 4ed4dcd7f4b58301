package dev.respool.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.suspendable.ClassHierarchy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassCacheTest {
  private static final String CLASS = "c".repeat(64);
  private static final String CONTEXT = "0".repeat(64);

  @TempDir private Path directory;

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Report report = new Report(new PrintStream(told, true), false, () -> {});

  /** The digests of the other classes, as they are now. */
  private final Map<String, String> now = new HashMap<>(Map.of("a/Super", "1", "a/Callee", "2"));

  private ClassCache cache() {
    return cache(directory, CONTEXT);
  }

  private ClassCache cache(Path place, String context) {
    return new ClassCache(place, context, report);
  }

  private Outcome find(ClassCache cache) {
    return cache.find(CLASS, name -> now.getOrDefault(name, ClassHierarchy.NOT_FOUND));
  }

  private static CacheEntry entry(byte... bytes) {
    Outcome outcome =
        new Outcome(
            "a.Pump",
            bytes.length == 0 ? null : bytes,
            true,
            List.of(new Outcome.Refused("a.Pump.drain(Pump.java:4)", "cannot, because …")),
            List.of("a warning"),
            7);
    return new CacheEntry(
        outcome, Map.of("a/Super", "1", "a/Callee", "2", "a/Missing", ClassHierarchy.NOT_FOUND));
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size(), all::toString);
      return all.get(0);
    }
  }

  @Test
  void what_is_kept_is_found_whole() {
    cache().keep(CLASS, entry((byte) 1, (byte) -2));
    Outcome found = find(cache());
    Outcome kept = entry((byte) 1, (byte) -2).outcome();
    assertArrayEquals(kept.bytes(), found.bytes());
    assertEquals(kept.className(), found.className());
    assertEquals(kept.mayHaveSuspendable(), found.mayHaveSuspendable());
    assertEquals(kept.refused(), found.refused());
    assertEquals(kept.warnings(), found.warnings());
    assertEquals(kept.transformed(), found.transformed());
    assertEquals("", told.toString());
  }

  @Test
  void a_class_that_stays_as_it_is_has_no_bytes() {
    cache().keep(CLASS, entry());
    assertNull(find(cache()).bytes());
  }

  @Test
  void nothing_is_found_where_nothing_was_kept() {
    assertNull(find(cache()));
    assertEquals("", told.toString());
  }

  @Test
  void nothing_is_found_for_another_class_or_other_options() {
    cache().keep(CLASS, entry((byte) 1));
    assertNull(find(cache(directory, "1".repeat(64))));
    assertNull(cache().find("d".repeat(64), now::get));
  }

  @Test
  void nothing_is_found_if_a_class_that_was_read_has_changed() {
    cache().keep(CLASS, entry((byte) 1));
    now.put("a/Super", "another");
    assertNull(find(cache()));
  }

  @Test
  void nothing_is_found_if_a_class_that_was_read_is_missing() {
    cache().keep(CLASS, entry((byte) 1));
    now.remove("a/Callee");
    assertNull(find(cache()));
  }

  @Test
  void nothing_is_found_if_a_class_that_was_missing_is_there() {
    cache().keep(CLASS, entry((byte) 1));
    now.put("a/Missing", "3");
    assertNull(find(cache()));
  }

  @Test
  void the_last_one_that_was_kept_is_found() {
    cache().keep(CLASS, entry((byte) 1));
    cache().keep(CLASS, entry((byte) 2));
    assertArrayEquals(new byte[] {2}, find(cache()).bytes());
  }

  @Test
  void a_file_with_any_byte_changed_or_cut_is_told_of_and_written_anew() throws IOException {
    cache().keep(CLASS, entry((byte) 1));
    Path file = onlyFile();
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 64;
      assertIsNotUsed(file, damaged);
      assertIsNotUsed(file, Arrays.copyOf(whole, i));
    }
    cache().keep(CLASS, entry((byte) 1));
    assertArrayEquals(whole, Files.readAllBytes(onlyFile()));
    assertArrayEquals(new byte[] {1}, find(cache()).bytes());
  }

  private void assertIsNotUsed(Path file, byte[] content) throws IOException {
    told.reset();
    Files.write(file, content);
    assertNull(find(new ClassCache(directory, CONTEXT, freshReport())));
    assertTrue(told.toString().contains(file + ": cannot be used"), told.toString());
    assertTrue(told.toString().contains("is written anew"), told.toString());
  }

  private Report freshReport() {
    return new Report(new PrintStream(told, true), false, () -> {});
  }

  @Test
  void a_directory_that_cannot_be_written_is_told_of_once() {
    ClassCache cache = cache(directory.resolve("gone"), CONTEXT);
    cache.keep(CLASS, entry((byte) 1));
    cache.keep("d".repeat(64), entry((byte) 1));
    assertNull(find(cache));
    assertEquals(1, told.toString().lines().count(), told.toString());
    assertTrue(told.toString().contains("cannot be written"), told.toString());
  }

  @Test
  void writers_and_readers_at_once_see_whole_files_only() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        byte own = (byte) (thread + 1);
        all.add(threads.submit(() -> keepAndFind(own)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals("", told.toString());
    onlyFile();
  }

  private void keepAndFind(byte own) {
    byte[] bytes = new byte[1_000 * own];
    Arrays.fill(bytes, own);
    for (int i = 0; i < 100; i++) {
      cache().keep(CLASS, entry(bytes));
      byte[] found = find(cache()).bytes();
      assertEquals(1_000 * found[0], found.length);
    }
  }
}
