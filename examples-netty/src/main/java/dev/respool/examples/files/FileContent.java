package dev.respool.examples.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import dev.respool.Suspendable;
import dev.respool.loop.AsyncFile;
import dev.respool.netty.ContentWriter;
import dev.respool.netty.StreamedContent;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The bytes of a file, or a part of them. Reads as much ahead as one part. */
final class FileContent implements StreamedContent {
  private static final int PART = 1 << 16;

  private final AsyncFile file;
  private final long first;
  private final long length;

  private FileContent(AsyncFile file, long first, long length) {
    this.file = file;
    this.first = first;
    this.length = length;
  }

  /**
   * Opens a file.
   *
   * @param path without symbolic links; one that has come between is not followed
   * @param first where to begin
   * @param length how many bytes, all of which the file should have
   */
  @Suspendable
  static FileContent open(Path path, long first, long length) throws IOException {
    return new FileContent(AsyncFile.open(path, READ, NOFOLLOW_LINKS), first, length);
  }

  @Override
  public void writeTo(ContentWriter writer) throws Exception {
    long end = first + length;
    for (long at = first; at < end; ) {
      // Netty keeps the buffer until it is sent, so each part has its own
      ByteBuffer part = ByteBuffer.allocate((int) Math.min(PART, end - at));
      int count = file.read(part, at);
      if (count < 0) {
        throw new IOException(file + " has become shorter while it was sent");
      }
      at += count;
      writer.write(Unpooled.wrappedBuffer(part.flip()));
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
