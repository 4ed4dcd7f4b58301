package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;

/**
 * A file that is opened, transferred in steps and closed on file threads; the loop learns of the
 * end only.
 */
abstract class WholeFile extends ExternalWait implements CompletionHandler<Integer, Void> {
  private final Path path;
  private final Set<OpenOption> options;
  private AsynchronousFileChannel channel;

  WholeFile(Path path, Set<OpenOption> options) {
    this.path = path;
    this.options = options;
  }

  /** Begins the first transfer. */
  abstract void opened(AsynchronousFileChannel open) throws IOException;

  /** After a transfer of so many bytes: begins the next one. Returns false if there is none. */
  abstract boolean next(AsynchronousFileChannel open, int count) throws IOException;

  /** The leaf's result; null if it has none. */
  abstract Object result() throws IOException;

  @Override
  final void start() {
    WorkerThreads.FILES.execute(this::open);
  }

  private void open() {
    try {
      channel = OpenWait.open(path, options);
      opened(channel);
    } catch (Throwable t) { // whatever it is, the task has to learn of it
      failed(t, null);
    }
  }

  @Override
  public final void completed(Integer count, Void nothing) {
    try {
      if (!next(channel, count)) {
        Object result = result();
        channel.close();
        ended(result, 0, null);
      }
    } catch (Throwable t) { // whatever it is, the task has to learn of it
      failed(t, null);
    }
  }

  @Override
  public final void failed(Throwable failure, Void nothing) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    ended(null, 0, failure);
  }

  @Override
  WaitKind kind() {
    return WaitKind.FILE;
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + " of " + path;
  }
}
