package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;

/** Opens a file on a file thread. */
final class OpenWait extends ExternalWait {
  private final Path path;
  private final Set<OpenOption> options;

  OpenWait(Path path, OpenOption... options) {
    this.path = path;
    this.options = Set.of(options);
  }

  @Override
  void start() {
    WorkerThreads.FILES.execute(this::open);
  }

  private void open() {
    try {
      ended(new AsyncFile(open(path, options), path), 0, null);
    } catch (IOException | RuntimeException e) {
      ended(null, 0, e);
    }
  }

  static AsynchronousFileChannel open(Path path, Set<? extends OpenOption> options)
      throws IOException {
    return AsynchronousFileChannel.open(path, options, WorkerThreads.FILES);
  }

  @Override
  void discard(Object value) {
    if (value instanceof AsyncFile unwanted) {
      try {
        unwanted.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot close " + path, e);
      }
    }
  }

  @Override
  WaitKind kind() {
    return WaitKind.FILE;
  }

  @Override
  public String toString() {
    return "AsyncFile.open of " + path;
  }
}
