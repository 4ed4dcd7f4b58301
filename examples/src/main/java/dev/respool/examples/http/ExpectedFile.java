package dev.respool.examples.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that a server should have.
 *
 * @param url its path there, percent-encoded
 * @param size in bytes
 * @param sha256 of its contents, in hex
 */
public record ExpectedFile(String url, long size, String sha256) {
  /**
   * What the server of a directory should send for a file in it.
   *
   * @param root the directory that is served
   * @param file below it
   * @return the expectation
   * @throws IOException if the file cannot be read
   */
  public static ExpectedFile of(Path root, Path file) throws IOException {
    MessageDigest digest = newDigest();
    long size;
    try (InputStream in = Files.newInputStream(file)) {
      size = in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }
    return new ExpectedFile(StaticFiles.url(root, file), size, hex(digest));
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
