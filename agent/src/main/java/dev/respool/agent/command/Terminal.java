package dev.respool.agent.command;

import java.io.Closeable;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The terminal of this process: its size, and its keys without Enter. That takes {@code stty},
 * which Unix has; elsewhere the size is a guess, and a key needs Enter behind it.
 */
final class Terminal implements Closeable {
  /** Nobody has pressed a key. */
  static final char NO_KEY = '\0';

  /** Empties the screen and puts the cursor at its start (ECMA-48, 8.3). */
  static final String CLEAR = "\u001b[2J\u001b[H";

  private static final int HEIGHT = 24;
  private static final int WIDTH = 80;
  private static final int LOOK_MILLIS = 20;

  private final InputStream keys = System.in;
  private final Thread restore = new Thread(() -> stty("sane"));
  private int height = HEIGHT;
  private int width = WIDTH;

  private Terminal() {}

  /** Whether somebody looks at the output. */
  static boolean isOutput() {
    if (System.console() == null) {
      return false;
    }
    try { // from Java 22 on there is a console in any case
      return (boolean) Console.class.getMethod("isTerminal").invoke(System.console());
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** Lets keys come one by one, until it is closed. */
  static Terminal open() {
    Terminal terminal = new Terminal();
    Runtime.getRuntime().addShutdownHook(terminal.restore);
    stty("-icanon -echo min 1");
    return terminal;
  }

  int height() {
    readSize();
    return height;
  }

  int width() {
    return width;
  }

  private void readSize() {
    String[] size = stty("size").strip().split(" ");
    if (size.length == 2 && size[0].matches("[1-9]\\d*") && size[1].matches("[1-9]\\d*")) {
      height = Integer.parseInt(size[0]);
      width = Integer.parseInt(size[1]);
    }
  }

  /** Waits for a key, but not for ever. */
  char key(int millis) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      if (keys.available() > 0) {
        return (char) keys.read();
      }
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 'q';
      }
    }
    return NO_KEY;
  }

  /** What it prints; empty if there is no such program. */
  private static String stty(String arguments) {
    try {
      Process stty =
          new ProcessBuilder("sh", "-c", "stty " + arguments + " < /dev/tty")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String printed = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      stty.waitFor();
      return printed;
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  @Override
  public void close() {
    restore.run();
    Runtime.getRuntime().removeShutdownHook(restore);
    System.out.println();
  }
}
