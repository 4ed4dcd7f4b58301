package dev.respool.compiler.golden;

import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.suspendable.ClassBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The targets' class files that are checked in, and the sources that they were made of. {@code mvn
 * test -pl compiler -am -Dgolden.classes=true} makes them anew with the JDK at hand.
 */
final class TargetClasses implements ClassBytes {
  private static final Path SOURCES = Path.of("src/test/java/dev/respool/compiler/golden/targets");
  private static final Path CLASSES = Path.of("src/test/resources/golden/classes");
  private static final String PACKAGE = "dev/respool/compiler/golden/targets/";

  /** The simple names of all targets; nested classes are named with a dollar sign. */
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(CLASSES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .sorted()
          .toList();
    }
  }

  /** The simple names of the source files. */
  static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> !name.equals("package-info"))
          .sorted()
          .toList();
    }
  }

  /** The class file of a target. */
  byte[] of(String name) {
    return find(PACKAGE + name).orElseThrow(() -> new AssertionError("no class file of " + name));
  }

  @Override
  public Optional<byte[]> find(String internalName) {
    if (!internalName.startsWith(PACKAGE)) {
      return new ClassWorld().find(internalName);
    }
    Path file = CLASSES.resolve(internalName.substring(PACKAGE.length()) + ".class");
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a target's source is now. */
  static String fingerprintNow(String source) throws IOException {
    String text = Files.readString(SOURCES.resolve(source + ".java")).replace("\r\n", "\n");
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** What a target's source was when its class files were made. */
  static String fingerprintThen(String source) throws IOException {
    Path file = CLASSES.resolve(source + ".sha256");
    return Files.exists(file) ? Files.readString(file).strip() : "none";
  }

  /** Replaces the class files of a target by those that this build made of its source. */
  static void renew(String source) throws IOException {
    Files.createDirectories(CLASSES);
    for (Path old : filesOf(source, CLASSES)) {
      Files.delete(old);
    }
    for (Path made : filesOf(source, builtClasses())) {
      Files.copy(made, CLASSES.resolve(made.getFileName().toString()));
    }
    Files.writeString(CLASSES.resolve(source + ".sha256"), fingerprintNow(source) + "\n");
  }

  private static List<Path> filesOf(String source, Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches(source + "(\\$.*)?\\.class"))
          .toList();
    }
  }

  private static Path builtClasses() {
    try {
      return Path.of(ClassLoader.getSystemResource(PACKAGE + "Loop.class").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
