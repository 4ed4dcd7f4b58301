package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.SelectionKey;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/**
 * Files, read and written while other tasks run. A few daemon threads make the calls of the
 * operating system. The task goes on in its loop.
 *
 * <p>If a task is cancelled while it waits here, it goes on at once. A transfer that the system has
 * begun still uses the buffer until it ends, so do not use that buffer again.
 */
public final class AsyncFile implements AutoCloseable {
  private static final LeafMethod READ_STRING =
      LeafMethod.of("readString", "(Ljava/nio/file/Path;)Ljava/lang/String;");
  private static final LeafMethod READ_STRING_CHARSET =
      LeafMethod.of(
          "readString", "(Ljava/nio/file/Path;Ljava/nio/charset/Charset;)Ljava/lang/String;");
  private static final LeafMethod READ_ALL_BYTES =
      LeafMethod.of("readAllBytes", "(Ljava/nio/file/Path;)[B");
  private static final LeafMethod WRITE_STRING =
      LeafMethod.of(
          "writeString",
          "(Ljava/nio/file/Path;Ljava/lang/CharSequence;[Ljava/nio/file/OpenOption;)V");
  private static final LeafMethod WRITE_FILE =
      LeafMethod.of("write", "(Ljava/nio/file/Path;[B[Ljava/nio/file/OpenOption;)V");
  private static final LeafMethod OPEN =
      LeafMethod.of(
          "open", "(Ljava/nio/file/Path;[Ljava/nio/file/OpenOption;)Ldev/respool/loop/AsyncFile;");
  private static final LeafMethod READ = LeafMethod.of("read", "(Ljava/nio/ByteBuffer;J)I");
  private static final LeafMethod WRITE = LeafMethod.of("write", "(Ljava/nio/ByteBuffer;J)V");

  private static final LeafMethod TRANSFER =
      LeafMethod.of("transferTo", "(JJLdev/respool/loop/StreamConnection;)J");

  private final AsynchronousFileChannel channel;
  private final Path path;

  AsyncFile(AsynchronousFileChannel channel, Path path) {
    this.channel = channel;
    this.path = path;
  }

  /**
   * Reads a whole file as UTF-8.
   *
   * @param path the file
   * @return its text
   * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
   * @throws IOException if it cannot be read
   */
  @Suspendable
  public static String readString(Path path) throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("AsyncFile.readString");
    return Suspension.suspend(
        carrier, READ_STRING, new WholeFileRead(path, StandardCharsets.UTF_8));
  }

  /**
   * Reads a whole file as text.
   *
   * @param path the file
   * @param charset its encoding
   * @return its text
   * @throws java.nio.charset.CharacterCodingException if it has another encoding
   * @throws IOException if it cannot be read
   */
  @Suspendable
  public static String readString(Path path, Charset charset) throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("AsyncFile.readString");
    return Suspension.suspend(carrier, READ_STRING_CHARSET, new WholeFileRead(path, charset));
  }

  /**
   * Reads a whole file.
   *
   * @param path the file
   * @return its bytes
   * @throws IOException if it cannot be read, or has 2 GiB or more
   */
  @Suspendable
  public static byte[] readAllBytes(Path path) throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("AsyncFile.readAllBytes");
    return Suspension.suspend(carrier, READ_ALL_BYTES, new WholeFileRead(path, null));
  }

  /**
   * Writes a whole file as UTF-8.
   *
   * @param path the file
   * @param text what to write
   * @param options as for {@link java.nio.file.Files#write}: with none the file is created or
   *     replaced
   * @throws IOException if it cannot be written
   */
  @Suspendable
  public static void writeString(Path path, CharSequence text, OpenOption... options)
      throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("AsyncFile.writeString");
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    Suspension.suspend(carrier, WRITE_STRING, new WholeFileWrite(path, bytes, options));
  }

  /**
   * Writes a whole file.
   *
   * @param path the file
   * @param bytes what to write; not to be changed meanwhile
   * @param options as for {@link java.nio.file.Files#write}: with none the file is created or
   *     replaced; with APPEND the end is looked up when the file is opened
   * @throws IOException if it cannot be written
   */
  @Suspendable
  public static void write(Path path, byte[] bytes, OpenOption... options) throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("AsyncFile.write");
    Suspension.suspend(carrier, WRITE_FILE, new WholeFileWrite(path, bytes, options));
  }

  /**
   * Opens a file.
   *
   * @param path the file
   * @param options as for {@link AsynchronousFileChannel#open}, so without APPEND: write at {@link
   *     #size} instead; with none it is opened to read
   * @return the open file
   * @throws IOException if it cannot be opened
   */
  @Suspendable
  public static AsyncFile open(Path path, OpenOption... options) throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("AsyncFile.open");
    return Suspension.suspend(carrier, OPEN, new OpenWait(path, options));
  }

  /**
   * Reads from a place in the file.
   *
   * @param target filled from its position on; not to be used before this returns
   * @param position in bytes from the beginning of the file
   * @return how many bytes were read, or -1 if the position is not before the end
   * @throws IOException if the file cannot be read
   */
  @Suspendable
  public int read(ByteBuffer target, long position) throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("AsyncFile.read");
    Suspension.suspend(carrier, READ, new FileReadWait(this, target, position));
    return 0;
  }

  /**
   * Writes everything to a place in the file.
   *
   * @param source written from its position to its limit; not to be used before this returns
   * @param position in bytes from the beginning of the file
   * @throws IOException if the file cannot be written
   */
  @Suspendable
  public void write(ByteBuffer source, long position) throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("AsyncFile.write");
    Suspension.suspend(carrier, WRITE, new FileWriteWait(this, source, position));
  }

  /**
   * Sends a part of the file to a connection, and waits while the other side does not take it. It
   * reads 64 KiB at a time, so a file of any size takes little memory.
   *
   * @param position in bytes from the beginning of the file
   * @param count how many bytes to send at most; {@link Long#MAX_VALUE} for all to the end
   * @param target where to
   * @return how many bytes were sent; fewer than the count if the file ends before
   * @throws IOException if the file cannot be read, or as {@link
   *     StreamConnection#write(ByteBuffer)}
   */
  @Suspendable
  public long transferTo(long position, long count, StreamConnection target) throws IOException {
    Carrier carrier = Suspension.enter();
    if (position < 0 || count < 0) {
      throw new IllegalArgumentException(
          "AsyncFile.transferTo: negative position or count: " + position + ", " + count);
    }
    target.port().claim(Leaf.self("AsyncFile.transferTo"), SelectionKey.OP_WRITE);
    if (count > 0) {
      Transfer transfer = new Transfer(this, position, count, target);
      Suspension.suspend(carrier, TRANSFER, new TransferRead(transfer));
    }
    return 0;
  }

  /**
   * The file's size now; asks the system without waiting.
   *
   * @return bytes
   * @throws IOException if the file is closed
   */
  public long size() throws IOException {
    return channel.size();
  }

  AsynchronousFileChannel channel() {
    return channel;
  }

  /** Closes the file; operations in progress fail. Does nothing the second time. */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
