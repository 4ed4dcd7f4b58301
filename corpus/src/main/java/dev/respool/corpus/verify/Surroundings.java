package dev.respool.corpus.verify;

import dev.respool.compiler.suspendable.ClassBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands around a subject: the Respool runtime, which transformed classes call, and the JDK.
 * Each class file is read once.
 */
final class Surroundings implements ClassBytes {
  private static final String RUNTIME = "dev/respool/";

  private final ClassBytes jdk;
  private final Map<String, Optional<byte[]>> found = new ConcurrentHashMap<>();

  Surroundings(ClassBytes jdk) {
    this.jdk = jdk;
  }

  @Override
  public Optional<byte[]> find(String internalName) {
    return found.computeIfAbsent(
        internalName, name -> name.startsWith(RUNTIME) ? ofRuntime(name) : jdk.find(name));
  }

  private static Optional<byte[]> ofRuntime(String name) {
    ClassLoader own = Surroundings.class.getClassLoader();
    try (InputStream bytes = own.getResourceAsStream(name + ".class")) {
      return bytes == null ? Optional.empty() : Optional.of(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
