package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * A connection that carries bytes in both directions. One task at a time may read from it, and one
 * write to it; they must be of one loop. Any thread may close it.
 *
 * <p>What the other side or the network does comes as an {@link IOException} out of the call that
 * meets it.
 *
 * <p>{@link #readLine}, {@link #readUntil} and {@link #readFully} wait for a whole message. What
 * they read too far stays in a buffer, which all methods that read serve first. If such a call
 * fails or is cancelled, the bytes in the buffer are not lost, but a buffer that you passed keeps
 * what it got.
 */
public abstract sealed class StreamConnection extends ConnectedSocket
    permits TcpConnection, UnixSocket {
  private static final LeafMethod READ = LeafMethod.of("read", "(Ljava/nio/ByteBuffer;)I");
  private static final LeafMethod READ_ARRAY = LeafMethod.of("read", "([B)I");
  private static final LeafMethod READ_LINE = LeafMethod.of("readLine", "(I)Ljava/lang/String;");
  private static final LeafMethod READ_LINE_CHARSET =
      LeafMethod.of("readLine", "(ILjava/nio/charset/Charset;)Ljava/lang/String;");
  private static final LeafMethod READ_UNTIL = LeafMethod.of("readUntil", "([BI)[B");
  private static final LeafMethod READ_FULLY = LeafMethod.of("readFully", "(I)[B");
  private static final LeafMethod FILL = LeafMethod.of("readFully", "(Ljava/nio/ByteBuffer;)V");
  private static final LeafMethod WRITE = LeafMethod.of("write", "(Ljava/nio/ByteBuffer;)V");
  private static final LeafMethod WRITE_ARRAY = LeafMethod.of("write", "([B)V");
  private static final LeafMethod WRITE_ALL = LeafMethod.of("write", "([Ljava/nio/ByteBuffer;)V");

  private final SocketBytes bytes;
  private final MessageSource source;
  private Duration idleTimeout = Duration.ZERO;

  /** Takes over a connected channel that is non-blocking. */
  StreamConnection(SocketChannel channel, IoPort port) {
    super(channel, port);
    this.bytes = new SocketBytes(channel);
    this.source = new MessageSource(port, bytes, new InputBuffer());
  }

  /**
   * Waits for bytes and reads as many as there are.
   *
   * @param target filled from its position on, which moves
   * @return how many bytes were read, at least 1; 0 if the target has no room; -1 if the other side
   *     has ended its output
   * @throws java.nio.channels.ClosedChannelException if this is closed, also while it waits
   * @throws java.net.SocketTimeoutException if nothing comes within the idle timeout
   * @throws IOException if the connection is broken
   */
  @Suspendable
  public final int read(ByteBuffer target) throws IOException {
    return read(Suspension.enter(), READ, target);
  }

  /**
   * Waits for bytes and reads as many as there are.
   *
   * @param target filled from its beginning
   * @return as for {@link #read(ByteBuffer)}
   * @throws IOException as for {@link #read(ByteBuffer)}
   */
  @Suspendable
  public final int read(byte[] target) throws IOException {
    return read(Suspension.enter(), READ_ARRAY, ByteBuffer.wrap(target));
  }

  private int read(Carrier carrier, LeafMethod leaf, ByteBuffer target) throws IOException {
    TaskState self = claim("read", SelectionKey.OP_READ);
    if (source.input().size() > 0) {
      return source.input().drainTo(target);
    }
    int count = self.mayGoOn(Cost.TAKE) ? bytes.read(target) : 0;
    if (count == 0 && target.hasRemaining()) {
      Suspension.suspend(carrier, leaf, new ReadWait(this, target));
    }
    return count;
  }

  /**
   * Waits for a line in UTF-8. It ends in LF or CR LF.
   *
   * @param limit how many bytes it may have, without its end
   * @return the line without its end; null if the other side has ended its output behind the line
   *     before
   * @throws LimitExceededException if the line has more bytes
   * @throws java.io.EOFException if the output of the other side ends inside the line
   * @throws java.nio.charset.CharacterCodingException if the line is not UTF-8
   * @throws IOException as for {@link #read(ByteBuffer)}
   */
  @Suspendable
  public final String readLine(int limit) throws IOException {
    Carrier carrier = Suspension.enter();
    MessageRead line = DelimitedRead.line(source, limit, StandardCharsets.UTF_8);
    return (String) message(carrier, READ_LINE, "readLine", line);
  }

  /**
   * Waits for a line. It ends in LF or CR LF.
   *
   * @param limit how many bytes it may have, without its end
   * @param charset its encoding, in which LF is the single byte 10
   * @return as for {@link #readLine(int)}
   * @throws IOException as for {@link #readLine(int)}
   */
  @Suspendable
  public final String readLine(int limit, Charset charset) throws IOException {
    Carrier carrier = Suspension.enter();
    Objects.requireNonNull(charset, "readLine: the charset is null");
    MessageRead line = DelimitedRead.line(source, limit, charset);
    return (String) message(carrier, READ_LINE_CHARSET, "readLine", line);
  }

  /**
   * Waits for a delimiter.
   *
   * @param delimiter at least one byte
   * @param limit how many bytes may come before it
   * @return the bytes before the delimiter, which is dropped; null if the other side has ended its
   *     output and nothing is left
   * @throws LimitExceededException if more bytes come before the delimiter
   * @throws java.io.EOFException if the output of the other side ends before the delimiter
   * @throws IOException as for {@link #read(ByteBuffer)}
   */
  @Suspendable
  public final byte[] readUntil(byte[] delimiter, int limit) throws IOException {
    Carrier carrier = Suspension.enter();
    MessageRead part = DelimitedRead.until(source, delimiter, limit);
    return (byte[]) message(carrier, READ_UNTIL, "readUntil", part);
  }

  /**
   * Waits for a number of bytes.
   *
   * @param count how many
   * @return the bytes
   * @throws java.io.EOFException if the output of the other side ends before
   * @throws IOException as for {@link #read(ByteBuffer)}
   */
  @Suspendable
  public final byte[] readFully(int count) throws IOException {
    Carrier carrier = Suspension.enter();
    byte[] bytes = new byte[count];
    MessageRead all = new FullRead(source, ByteBuffer.wrap(bytes), bytes);
    return (byte[]) message(carrier, READ_FULLY, "readFully", all);
  }

  /**
   * Waits until a buffer is full.
   *
   * @param target filled from its position to its limit; if this throws, the position shows how
   *     much was read
   * @throws java.io.EOFException if the output of the other side ends before
   * @throws IOException as for {@link #read(ByteBuffer)}
   */
  @Suspendable
  public final void readFully(ByteBuffer target) throws IOException {
    Carrier carrier = Suspension.enter();
    message(carrier, FILL, "readFully", new FullRead(source, target, null));
  }

  private Object message(Carrier carrier, LeafMethod leaf, String method, MessageRead read)
      throws IOException {
    TaskState self = claim(method, SelectionKey.OP_READ);
    boolean now = self.mayGoOn(source.input().size() > 0 ? Cost.BUFFERED : Cost.TAKE);
    if (now && read.advance()) {
      return read.result();
    }
    return Suspension.suspend(carrier, leaf, new MessageWait(this, read, method, now));
  }

  /**
   * Writes everything, and waits while the other side does not take it.
   *
   * @param source written from its position to its limit; if this throws, the position shows how
   *     much was written
   * @throws java.nio.channels.ClosedChannelException if this is closed, also while it waits
   * @throws java.net.SocketTimeoutException if the other side takes nothing within the idle timeout
   * @throws IOException if the connection is broken
   */
  @Suspendable
  public final void write(ByteBuffer source) throws IOException {
    write(Suspension.enter(), WRITE, source);
  }

  /**
   * Writes everything; waits while the other side does not take it.
   *
   * @param source the bytes
   * @throws IOException as for {@link #write(ByteBuffer)}
   */
  @Suspendable
  public final void write(byte[] source) throws IOException {
    write(Suspension.enter(), WRITE_ARRAY, ByteBuffer.wrap(source));
  }

  /**
   * Writes several buffers in their order, as one. A head and a body, for example, leave in one
   * packet if they fit.
   *
   * @param sources as for {@link #write(ByteBuffer)}, each
   * @throws IOException as for {@link #write(ByteBuffer)}
   */
  @Suspendable
  public final void write(ByteBuffer... sources) throws IOException {
    write(Suspension.enter(), WRITE_ALL, sources.clone());
  }

  private void write(Carrier carrier, LeafMethod leaf, ByteBuffer... sources) throws IOException {
    if (claim("write", SelectionKey.OP_WRITE).mayGoOn(Cost.WRITE)) {
      bytes.write(sources);
    }
    if (WriteWait.hasRemaining(sources)) {
      Suspension.suspend(carrier, leaf, new WriteWait(this, sources));
    }
  }

  private TaskState claim(String method, int operation) {
    TaskState self = Leaf.self(getClass().getSimpleName() + "." + method);
    port().claim(self, operation);
    return self;
  }

  /**
   * Limits how long a call may wait for the other side without a byte read or written. A longer
   * wait ends in a {@link java.net.SocketTimeoutException}, and the connection stays open. The
   * limit holds for calls that begin later. It does not limit a peer that sends a byte now and
   * then: use {@link Tasks#withTimeout} for that.
   *
   * @param timeout zero for no limit, which is the default
   */
  public final void setIdleTimeout(Duration timeout) {
    if (timeout.isNegative()) {
      throw new IllegalArgumentException("the idle timeout is negative: " + timeout);
    }
    idleTimeout = timeout;
  }

  final SocketBytes bytes() {
    return bytes;
  }

  final Duration idleTimeout() {
    return idleTimeout;
  }

  final long idleNanos() {
    return SleepWait.nanos(idleTimeout);
  }

  /**
   * This side's address.
   *
   * @return the address; also after {@link #close}
   */
  public abstract SocketAddress localAddress();

  /**
   * The other side's address.
   *
   * @return the address; also after {@link #close}
   */
  public abstract SocketAddress remoteAddress();
}
