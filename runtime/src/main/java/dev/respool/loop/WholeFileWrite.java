package dev.respool.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes a whole file, or appends to one. */
final class WholeFileWrite extends WholeFile {
  private final ByteBuffer source;
  private final boolean append;
  private long position;

  WholeFileWrite(Path path, byte[] bytes, OpenOption... options) {
    super(path, channelOptions(options));
    source = ByteBuffer.wrap(bytes);
    append = List.of(options).contains(StandardOpenOption.APPEND);
  }

  /** The asynchronous channel knows no APPEND: this class looks up where the end is. */
  private static Set<OpenOption> channelOptions(OpenOption... options) {
    Set<OpenOption> all = new HashSet<>(List.of(options));
    if (all.isEmpty()) {
      all.add(StandardOpenOption.CREATE);
      all.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    all.remove(StandardOpenOption.APPEND);
    all.add(StandardOpenOption.WRITE);
    return all;
  }

  @Override
  void opened(AsynchronousFileChannel open) throws IOException {
    position = append ? open.size() : 0;
    open.write(source, position, null, this);
  }

  @Override
  boolean next(AsynchronousFileChannel open, int count) {
    position += count;
    if (!source.hasRemaining()) {
      return false;
    }
    open.write(source, position, null, this);
    return true;
  }

  @Override
  Object result() {
    return null;
  }
}
