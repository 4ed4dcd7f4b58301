package dev.respool.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps what an example prints. */
public final class Output {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  /** Where to print to. */
  public PrintStream stream() {
    return stream;
  }

  /** What was printed. */
  public String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** What was printed, line by line. */
  public List<String> lines() {
    return text().lines().toList();
  }
}
