package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import dev.respool.inspect.WaitKind;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The changes in one directory, from when it was opened. A daemon thread waits for them while a
 * task does.
 */
public final class DirectoryWatch implements AutoCloseable {
  private static final LeafMethod NEXT = LeafMethod.of("next", "()Ljava/nio/file/WatchEvent;");

  private final WatchService service;
  private final BlockingSource<Queue<WatchEvent<?>>> source;
  private Queue<WatchEvent<?>> events = new ArrayDeque<>();
  private volatile boolean gone;

  private DirectoryWatch(WatchService service, Path directory) {
    this.service = service;
    this.source =
        new BlockingSource<>(
            "DirectoryWatch.next of " + directory, WaitKind.FILE, this::nextEvents);
  }

  /**
   * Begins to watch. Any code may call this, inside a loop or not; it asks the system without
   * waiting.
   *
   * @param directory what to watch, without the directories in it
   * @param kinds of {@link java.nio.file.StandardWatchEventKinds}
   * @return the watch
   * @throws IOException if it is no directory, or the system has no watches left
   */
  public static DirectoryWatch open(Path directory, WatchEvent.Kind<?>... kinds)
      throws IOException {
    WatchService service = directory.getFileSystem().newWatchService();
    try {
      directory.register(service, kinds);
      return new DirectoryWatch(service, directory);
    } catch (IOException | RuntimeException e) {
      service.close();
      throw e;
    }
  }

  /** Blocks. */
  private Queue<WatchEvent<?>> nextEvents() throws InterruptedException {
    WatchKey key = service.take();
    Queue<WatchEvent<?>> next = new ArrayDeque<>(key.pollEvents());
    gone = !key.reset();
    return next;
  }

  /**
   * Waits for the next change. One task at a time may call this.
   *
   * @return the event, whose context is the file's name in the directory; its kind is OVERFLOW if
   *     the system has lost some; null if the directory is gone
   * @throws java.nio.file.ClosedWatchServiceException after {@link #close}, also while this waits
   */
  @Suspendable
  public WatchEvent<?> next() {
    Carrier carrier = Suspension.enter();
    Leaf.self("DirectoryWatch.next");
    source.requireFree();
    return events.isEmpty() && !gone
        ? Suspension.suspend(carrier, NEXT, new EventWait())
        : events.poll();
  }

  /** Ends the watch. Any thread may call it. */
  @Override
  public void close() throws IOException {
    service.close();
  }

  /** Waits for the next events. */
  private final class EventWait extends SourceWait<Queue<WatchEvent<?>>> {
    EventWait() {
      super(source);
    }

    @Override
    void arrived(Queue<WatchEvent<?>> next) {
      events = next;
      succeed(events.poll());
    }
  }
}
