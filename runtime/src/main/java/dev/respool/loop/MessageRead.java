package dev.respool.loop;

import java.io.IOException;

/** Reads a whole message: what is read too far stays in the source's buffer. */
abstract class MessageRead {
  private final MessageSource source;

  MessageRead(MessageSource source) {
    this.source = source;
  }

  final MessageSource source() {
    return source;
  }

  final InputBuffer input() {
    return source.input();
  }

  /** Takes the message if it has come; false to read more. */
  abstract boolean take() throws IOException;

  /** Reads once, as a channel does. */
  int readSome() throws IOException {
    return input().fill(source.channel());
  }

  /** The other side has ended its output. What this does not throw is the end of the read. */
  abstract void end() throws IOException;

  /** How many bytes of the message have come; grows with each read that is not in vain. */
  abstract long arrived();

  /** The leaf's result, after the end. */
  abstract Object result() throws IOException;

  /** Reads until the message is there (true) or nothing has come for now. */
  final boolean advance() throws IOException {
    while (!take()) {
      int count = readSome();
      if (count == 0) {
        return false;
      }
      if (count < 0) {
        end();
        return true;
      }
    }
    return true;
  }
}
