package dev.respool.netty;

import java.io.IOException;

/** The content of a request has come too slowly. */
final class SlowContentException extends IOException {
  private static final long serialVersionUID = 1;

  SlowContentException() {
    super("the content of the request comes more slowly than the server allows");
  }
}
