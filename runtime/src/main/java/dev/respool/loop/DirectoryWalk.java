package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import dev.respool.inspect.WaitKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * The files below a directory, one after the other, in the order of {@link Files#walk}: a directory
 * before what is in it. A daemon thread reads the directories some hundred entries ahead, so a tree
 * of any size takes little memory.
 *
 * <pre>{@code
 * try (DirectoryWalk walk = DirectoryWalk.of(root)) {
 *   for (Path path = walk.next(); path != null; path = walk.next()) {
 *     total += Files.size(path);
 *   }
 * }
 * }</pre>
 */
public final class DirectoryWalk implements AutoCloseable {
  private static final LeafMethod NEXT = LeafMethod.of("next", "()Ljava/nio/file/Path;");
  private static final int BATCH = 256;

  private final Path start;
  private final int maxDepth;
  private final FileVisitOption[] options;
  private final BlockingSource<Queue<Path>> source;
  private Stream<Path> stream; // null until the first batch; the source's calls take turns
  private Iterator<Path> iterator;
  private Queue<Path> batch = new ArrayDeque<>();
  private boolean ended;

  private DirectoryWalk(Path start, int maxDepth, FileVisitOption... options) {
    this.start = start;
    this.maxDepth = maxDepth;
    this.options = options;
    this.source =
        new BlockingSource<>("DirectoryWalk.next below " + start, WaitKind.FILE, this::nextBatch);
  }

  /**
   * Walks through all levels. Nothing is read before the first {@link #next}.
   *
   * @param start a directory, which comes first, or a file
   * @param options whether to follow links
   * @return the walk
   */
  public static DirectoryWalk of(Path start, FileVisitOption... options) {
    return of(start, Integer.MAX_VALUE, options);
  }

  /**
   * Walks through some levels. Nothing is read before the first {@link #next}.
   *
   * @param start a directory, which comes first, or a file
   * @param maxDepth 1 for the entries of the directory itself
   * @param options whether to follow links
   * @return the walk
   */
  public static DirectoryWalk of(Path start, int maxDepth, FileVisitOption... options) {
    return new DirectoryWalk(start, maxDepth, options);
  }

  /** Blocks; an empty batch is the end. */
  private Queue<Path> nextBatch() throws IOException {
    try {
      if (stream == null) {
        stream = Files.walk(start, maxDepth, options);
        iterator = stream.iterator();
      }
      Queue<Path> next = new ArrayDeque<>();
      while (next.size() < BATCH && iterator.hasNext()) {
        next.add(iterator.next());
      }
      return next;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Waits for the next file. One task at a time may call this.
   *
   * @return its path, which begins with that of the start; null at the end
   * @throws IOException if a directory cannot be read
   * @throws IllegalStateException after {@link #close}
   */
  @Suspendable
  public Path next() throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("DirectoryWalk.next");
    source.requireFree();
    return batch.isEmpty() && !ended
        ? Suspension.suspend(carrier, NEXT, new BatchWait())
        : batch.poll();
  }

  /** Closes the directories that are open. Call it on the loop's thread. */
  @Override
  public void close() {
    source.whenQuiet(
        () -> {
          if (stream != null) {
            stream.close();
          }
        });
  }

  /** Waits for the next batch. */
  private final class BatchWait extends SourceWait<Queue<Path>> {
    BatchWait() {
      super(source);
    }

    @Override
    void arrived(Queue<Path> next) {
      batch = next;
      ended = next.isEmpty();
      succeed(batch.poll());
    }
  }
}
