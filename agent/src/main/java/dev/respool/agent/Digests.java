package dev.respool.agent;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Function;

/** SHA-256 of class files, in hexadecimal digits. */
final class Digests implements Function<byte[], String> {
  private static final String DIGITS = "0123456789abcdef";

  @Override
  public String apply(byte[] classFile) {
    return hexadecimal(sha256().digest(classFile));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  static String hexadecimal(byte[] digest) {
    char[] text = new char[2 * digest.length];
    for (int i = 0; i < digest.length; i++) {
      text[2 * i] = DIGITS.charAt(digest[i] >> 4 & 0xF);
      text[2 * i + 1] = DIGITS.charAt(digest[i] & 0xF);
    }
    return new String(text);
  }
}
