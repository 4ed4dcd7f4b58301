package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.respool.CoroutineException;
import dev.respool.Suspendable;
import dev.respool.loop.AsyncFile;
import dev.respool.loop.DirectoryWalk;
import dev.respool.loop.DirectoryWatch;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DirectoryTest {
  @TempDir Path directory;

  @Test
  void a_walk_finds_every_file_once() throws Exception {
    for (int i = 0; i < 7; i++) {
      Path below = Files.createDirectories(directory.resolve("d" + i + "/e"));
      for (int k = 0; k < 100; k++) {
        Files.createFile(below.resolve("f" + k));
      }
    }
    Set<Path> expected;
    try (Stream<Path> all = Files.walk(directory)) {
      expected = all.collect(Collectors.toCollection(TreeSet::new));
    }
    List<Path> found = Transformed.call(Program.class, "walk", directory, Integer.MAX_VALUE);
    assertEquals(expected, new TreeSet<>(found));
    assertEquals(expected.size(), found.size());
    List<Path> flat = Transformed.call(Program.class, "walk", directory, 1);
    assertEquals(8, flat.size());
  }

  @Test
  void a_directory_that_does_not_exist_is_an_exception_at_next() {
    CoroutineException thrown =
        assertThrows(
            CoroutineException.class,
            () -> Transformed.call(Program.class, "walk", directory.resolve("none"), 1));
    assertEquals(NoSuchFileException.class, thrown.getCause().getClass());
  }

  @Test
  void a_watch_tells_of_a_new_file_and_of_its_own_close() throws Exception {
    assertEquals(
        List.of("ENTRY_CREATE new", "closed"), Transformed.call(Program.class, "watch", directory));
  }

  /** Transformed. */
  public static class Program {
    /** All of it. */
    public static List<Path> walk(Path start, int depth) {
      return EventLoop.run(
          () -> {
            List<Path> found = new java.util.ArrayList<>();
            try (DirectoryWalk walk = DirectoryWalk.of(start, depth)) {
              for (Path path = walk.next(); path != null; path = walk.next()) {
                found.add(path);
              }
            }
            return found;
          });
    }

    /** One change. */
    public static List<String> watch(Path directory) {
      return EventLoop.run(
          () -> {
            DirectoryWatch watch =
                DirectoryWatch.open(directory, StandardWatchEventKinds.ENTRY_CREATE);
            Task<String> first = Tasks.async(() -> next(watch));
            Tasks.yieldNow();
            AsyncFile.writeString(directory.resolve("new"), "x");
            String event = first.await();
            Task<String> last = Tasks.async(() -> next(watch));
            Tasks.yieldNow();
            watch.close();
            return List.of(event, last.await());
          });
    }

    @Suspendable
    private static String next(DirectoryWatch watch) throws IOException {
      try {
        WatchEvent<?> event = watch.next();
        return event.kind() + " " + event.context();
      } catch (ClosedWatchServiceException e) {
        return "closed";
      }
    }
  }
}
