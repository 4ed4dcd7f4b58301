package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A pipe from a process. One task at a time may read from it. */
public final class ProcessOutput {
  private static final LeafMethod READ = LeafMethod.of("read", "(Ljava/nio/ByteBuffer;)I");
  private static final int CHUNK = 8192;

  private final BlockingSource<ByteBuffer> source;
  private ByteBuffer rest = ByteBuffer.allocate(0); // null at the end

  ProcessOutput(InputStream pipe, String name) {
    source = new BlockingSource<>("ProcessOutput.read on " + name, () -> readChunk(pipe));
  }

  /** Blocks; null at the end. */
  private static ByteBuffer readChunk(InputStream pipe) throws IOException {
    byte[] chunk = new byte[CHUNK];
    int count = pipe.read(chunk);
    return count < 0 ? null : ByteBuffer.wrap(chunk, 0, count);
  }

  /**
   * Waits for bytes and reads as many as there are. If the calling task is cancelled, the next call
   * gets the bytes that come.
   *
   * @param target filled from its position on, which moves
   * @return how many bytes were read, at least 1; 0 if the target has no room; -1 if the process
   *     has ended its output
   * @throws IOException if the pipe is broken
   */
  @Suspendable
  public int read(ByteBuffer target) throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("ProcessOutput.read");
    source.requireFree();
    if (rest == null || rest.hasRemaining() || !target.hasRemaining()) {
      return takeRest(target);
    }
    Suspension.suspend(carrier, READ, new ChunkWait(target));
    return 0;
  }

  private int takeRest(ByteBuffer target) {
    if (rest == null) {
      return -1;
    }
    int count = Math.min(rest.remaining(), target.remaining());
    target.put(rest.slice(rest.position(), count));
    rest.position(rest.position() + count);
    return count;
  }

  /** Waits for the next chunk. */
  private final class ChunkWait extends SourceWait<ByteBuffer> {
    private final ByteBuffer target;

    ChunkWait(ByteBuffer target) {
      super(source);
      this.target = target;
    }

    @Override
    void arrived(ByteBuffer chunk) {
      rest = chunk;
      succeedWith(takeRest(target));
    }
  }
}
