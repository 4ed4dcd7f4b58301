package dev.respool.compiler;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Which version of a class a transformed class was made of: the SHA-256 of the class file as its
 * own compiler wrote it. It is the same whoever transforms it, agent or build.
 */
final class CodeVersion {
  private CodeVersion() {}

  /** The hash in Base64 for URLs without padding: 43 characters, a third less than digits. */
  static String of(byte[] classFile) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(classFile);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
