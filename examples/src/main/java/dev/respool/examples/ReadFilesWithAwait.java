package dev.respool.examples;

import dev.respool.Suspendable;
import dev.respool.loop.AsyncFile;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts the lines of several files at once: the same as {@link ReadFilesWithCallbacks}, written as
 * if it blocked. A loop is a loop, a local is a local, and an exception is caught where it is
 * thrown.
 */
public final class ReadFilesWithAwait {
  private ReadFilesWithAwait() {}

  /**
   * Runs the example.
   *
   * @param args the files
   */
  public static void main(String[] args) {
    run(Stream.of(args).map(Path::of).toList(), System.out);
  }

  static void run(List<Path> files, PrintStream out) {
    EventLoop.run(
        () -> {
          Map<Path, Task<String>> results = new TreeMap<>();
          for (Path file : files) {
            results.put(file, Tasks.async(() -> countLines(file)));
          }
          for (Map.Entry<Path, Task<String>> result : results.entrySet()) {
            out.println(result.getKey().getFileName() + ": " + result.getValue().await());
          }
        });
  }

  @Suspendable
  private static String countLines(Path path) {
    try (AsyncFile file = AsyncFile.open(path)) {
      ByteBuffer buffer = ByteBuffer.allocate(8192);
      int lines = 0;
      long position = 0;
      int count;
      while ((count = file.read(buffer, position)) >= 0) {
        lines += Lines.in(buffer.flip());
        position += count;
        buffer.clear();
      }
      return lines + " lines";
    } catch (IOException e) {
      return e.getClass().getSimpleName();
    }
  }
}
