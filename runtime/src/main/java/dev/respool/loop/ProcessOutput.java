package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import dev.respool.inspect.WaitKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A pipe from a process. One task at a time may read from it. If that task is cancelled, the next
 * call gets the bytes that come.
 */
public final class ProcessOutput {
  private static final LeafMethod READ = LeafMethod.of("read", "(Ljava/nio/ByteBuffer;)I");
  private static final LeafMethod READ_LINE = LeafMethod.of("readLine", "(I)Ljava/lang/String;");
  private static final int CHUNK = 8192;

  private final BlockingSource<ByteBuffer> pipe;
  private final ChunkChannel channel = new ChunkChannel();
  private final MessageSource source;

  ProcessOutput(InputStream stream, String name) {
    pipe =
        new BlockingSource<>(
            "ProcessOutput.read on " + name, WaitKind.PROCESS, () -> readChunk(stream));
    source = new MessageSource(name, channel, new InputBuffer());
  }

  /** Blocks; null at the end. */
  private static ByteBuffer readChunk(InputStream stream) throws IOException {
    byte[] chunk = new byte[CHUNK];
    int count = stream.read(chunk);
    return count < 0 ? null : ByteBuffer.wrap(chunk, 0, count);
  }

  /**
   * Waits for bytes and reads as many as there are.
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
    pipe.requireFree();
    int count = source.input().size() > 0 ? source.input().drainTo(target) : channel.read(target);
    if (count == 0 && target.hasRemaining()) {
      Suspension.suspend(carrier, READ, new ChunkWait(target));
    }
    return count;
  }

  /**
   * Waits for a line in UTF-8. It ends in LF or CR LF.
   *
   * @param limit how many bytes it may have, without its end
   * @return the line without its end; null at the end of the output
   * @throws LimitExceededException if the line has more bytes
   * @throws java.io.EOFException if the output ends inside the line
   * @throws java.nio.charset.CharacterCodingException if the line is not UTF-8
   * @throws IOException if the pipe is broken
   */
  @Suspendable
  public String readLine(int limit) throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("ProcessOutput.readLine");
    pipe.requireFree();
    MessageRead line = DelimitedRead.line(source, limit, StandardCharsets.UTF_8);
    return line.advance()
        ? (String) line.result()
        : Suspension.suspend(carrier, READ_LINE, new LineWait(line));
  }

  /** Waits for the next chunk. */
  private final class ChunkWait extends SourceWait<ByteBuffer> {
    private final ByteBuffer target;

    ChunkWait(ByteBuffer target) {
      super(pipe);
      this.target = target;
    }

    @Override
    void arrived(ByteBuffer chunk) {
      channel.add(chunk);
      succeedWith(channel.read(target));
    }
  }

  /** Waits for the rest of a line. */
  private final class LineWait extends SourceWait<ByteBuffer> {
    private final MessageRead line;

    LineWait(MessageRead line) {
      super(pipe);
      this.line = line;
    }

    @Override
    void arrived(ByteBuffer chunk) {
      channel.add(chunk);
      try {
        if (line.advance()) {
          succeed(line.result());
        } else {
          continueWith(new LineWait(line));
        }
      } catch (IOException e) {
        fail(e);
      }
    }
  }
}
