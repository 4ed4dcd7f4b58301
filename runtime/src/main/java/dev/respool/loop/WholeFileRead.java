package dev.respool.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads a whole file: as many bytes as it had when it was opened, or to its end where the system
 * says that it has none (as for files in {@code /proc}).
 */
final class WholeFileRead extends WholeFile {
  private static final int FIRST_GUESS = 8192;

  private final Charset charset;
  private ByteBuffer buffer;
  private boolean sizeKnown;

  /** Without charset the result is an array of bytes. */
  WholeFileRead(Path path, Charset charset) {
    super(path, Set.of(StandardOpenOption.READ));
    this.charset = charset;
  }

  @Override
  void opened(AsynchronousFileChannel open) throws IOException {
    long size = open.size();
    if (size > Integer.MAX_VALUE - 8) {
      throw new IOException(
          "the file has "
              + size
              + " bytes, which do not fit into an array: open it and read it in pieces");
    }
    sizeKnown = size > 0;
    buffer = ByteBuffer.allocate(sizeKnown ? (int) size : FIRST_GUESS);
    open.read(buffer, 0, null, this);
  }

  @Override
  boolean next(AsynchronousFileChannel open, int count) {
    if (count < 0 || sizeKnown && !buffer.hasRemaining()) {
      return false;
    }
    if (!buffer.hasRemaining()) {
      buffer = ByteBuffer.allocate(2 * buffer.capacity()).put(buffer.flip());
    }
    open.read(buffer, buffer.position(), null, this);
    return true;
  }

  @Override
  Object result() throws CharacterCodingException {
    if (charset != null) {
      return charset.newDecoder().decode(buffer.flip()).toString();
    }
    byte[] bytes = buffer.array();
    return buffer.hasRemaining() ? Arrays.copyOf(bytes, buffer.position()) : bytes;
  }
}
