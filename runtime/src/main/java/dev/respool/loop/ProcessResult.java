package dev.respool.loop;

import java.nio.charset.StandardCharsets;

/**
 * What a process did.
 *
 * @param exitCode 0 usually means success; 128 and the signal's number if a signal killed it
 * @param output what it wrote to its standard output
 * @param errors what it wrote to its standard error; nothing if the builder redirects that
 */
public record ProcessResult(int exitCode, byte[] output, byte[] errors) {
  /**
   * The output as text.
   *
   * @return it, decoded as UTF-8; malformed input is replaced
   */
  public String outputText() {
    return new String(output, StandardCharsets.UTF_8);
  }

  /**
   * The errors as text.
   *
   * @return them, decoded as UTF-8; malformed input is replaced
   */
  public String errorText() {
    return new String(errors, StandardCharsets.UTF_8);
  }
}
