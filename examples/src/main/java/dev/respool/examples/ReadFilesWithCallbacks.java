package dev.respool.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Counts the lines of several files at once with the JDK's callbacks, no coroutine in sight; {@link
 * ReadFilesWithAwait} does the same with await. What would be locals of a loop are fields here, and
 * the loop is a method that calls itself.
 */
public final class ReadFilesWithCallbacks {
  private ReadFilesWithCallbacks() {}

  /**
   * Runs the example.
   *
   * @param args the files
   * @throws InterruptedException if it is told to end
   */
  public static void main(String[] args) throws InterruptedException {
    run(Stream.of(args).map(Path::of).toList(), System.out);
  }

  static void run(List<Path> files, PrintStream out) throws InterruptedException {
    Map<Path, String> results = new ConcurrentSkipListMap<>();
    CountDownLatch left = new CountDownLatch(files.size());
    for (Path file : files) {
      new LineCount(file, results, left).start();
    }
    left.await();
    results.forEach((file, result) -> out.println(file.getFileName() + ": " + result));
  }

  /** One file: its state between two callbacks. */
  private static final class LineCount implements CompletionHandler<Integer, Void> {
    private final Path file;
    private final Map<Path, String> results;
    private final CountDownLatch left;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192);
    private AsynchronousFileChannel channel;
    private long position;
    private int lines;

    LineCount(Path file, Map<Path, String> results, CountDownLatch left) {
      this.file = file;
      this.results = results;
      this.left = left;
    }

    void start() {
      try {
        channel = AsynchronousFileChannel.open(file);
        channel.read(buffer, position, null, this);
      } catch (IOException e) {
        failed(e, null);
      }
    }

    @Override
    public void completed(Integer count, Void attachment) {
      if (count < 0) {
        end(lines + " lines");
        return;
      }
      lines += Lines.in(buffer.flip());
      position += count;
      buffer.clear();
      channel.read(buffer, position, null, this);
    }

    @Override
    public void failed(Throwable reason, Void attachment) {
      end(reason.getClass().getSimpleName());
    }

    private void end(String result) {
      results.put(file, result);
      try {
        if (channel != null) {
          channel.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        left.countDown();
      }
    }
  }
}
