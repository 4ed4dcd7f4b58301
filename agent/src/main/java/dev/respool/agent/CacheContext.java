package dev.respool.agent;

import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What the transformation of a class depends on beside classes: the agent's own code and its
 * options.
 */
final class CacheContext {
  private CacheContext() {}

  /**
   * Differs between any two agents that are not the same, also of one version: names and checksums
   * of all that is in the jar.
   *
   * @throws IOException if the agent does not run from a jar
   */
  static String ofThisAgent() throws IOException {
    CodeSource source = CacheContext.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException("the agent does not know where it was loaded from");
    }
    try {
      return ofJar(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | RuntimeException malformed) {
      throw new IOException("the agent was not loaded from a file", malformed);
    }
  }

  static String ofJar(Path jar) throws IOException {
    StringBuilder content = new StringBuilder();
    try (ZipFile file = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        content.append(entry.getName()).append(' ').append(entry.getCrc()).append('\n');
      }
    }
    return digest(content.toString());
  }

  /**
   * All options count, also those that the compiler is not given: so none can be forgotten here.
   *
   * @param agent {@link #ofThisAgent}
   * @param suspendable the patterns of the option and of the class loader's jars
   */
  static String of(String agent, AgentOptions options, Patterns suspendable) {
    return digest(agent + "\n" + options + "\n" + suspendable);
  }

  private static String digest(String text) {
    MessageDigest digest = Digests.sha256();
    return Digests.hexadecimal(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
