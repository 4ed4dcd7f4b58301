package dev.respool.corpus.agent;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Optional;

/**
 * The classes that a class loader sees, as they are with their injected yields: a method that only
 * calls the JDK can suspend then, and its callers have to know.
 */
final class LoaderClasses implements ClassBytes {
  private static final String RUNTIME = "dev/respool/abi/Carrier.class";

  private final WeakReference<ClassLoader> loader;
  private final Patterns packages;
  private final Compiler untouched = new Compiler(this::read, Patterns.none());
  private final Compiler compiler;

  LoaderClasses(ClassLoader loader, Patterns packages) {
    this.loader = new WeakReference<>(loader);
    this.packages = packages;
    this.compiler = new Compiler(this, packages);
  }

  /** For the classes with their yields. */
  Compiler compiler() {
    return compiler;
  }

  /** A class without yields, with the frames that injection needs; see {@link Compiler}. */
  byte[] withFrames(byte[] classFile) {
    return untouched.withFrames(classFile);
  }

  boolean seesRuntime() {
    ClassLoader at = loader.get();
    return at != null && at.getResource(RUNTIME) != null;
  }

  @Override
  public Optional<byte[]> find(String internalName) {
    return read(internalName).map(bytes -> injected(internalName, bytes));
  }

  private byte[] injected(String internalName, byte[] bytes) {
    return packages.matches(internalName)
        ? new Injection(withFrames(bytes), count -> 0).into(method -> true).bytes()
        : bytes;
  }

  private Optional<byte[]> read(String internalName) {
    ClassLoader at = loader.get();
    String name = internalName + ".class";
    try (InputStream in =
        at == null ? ClassLoader.getSystemResourceAsStream(name) : at.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the class file of " + internalName, failure);
    }
  }
}
