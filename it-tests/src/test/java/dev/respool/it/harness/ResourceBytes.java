package dev.respool.it.harness;

import dev.respool.compiler.suspendable.ClassBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Class files as the class path and the running JDK hold them; asking never loads a class. */
public final class ResourceBytes implements ClassBytes {
  private static final Map<String, Optional<byte[]>> READ = new ConcurrentHashMap<>();

  @Override
  public Optional<byte[]> find(String internalName) {
    return READ.computeIfAbsent(internalName, ResourceBytes::read);
  }

  private static Optional<byte[]> read(String internalName) {
    try (InputStream in = open(internalName + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    return ResourceBytes.class.getClassLoader().getResourceAsStream(resource);
  }
}
