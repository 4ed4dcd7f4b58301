package dev.respool.it.agent;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ResourceBytes;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A program of a few sources, compiled against the runtime's jar only. */
record Program(Path classes) {
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?:class|interface|record|module) ([\\w.]+)");

  /**
   * The classes of a package of these tests, as javac left them.
   *
   * @param directory gets them
   * @param type one of them
   */
  static Program ofTests(Path directory, Class<?> type) throws IOException {
    String folder = type.getPackageName().replace('.', '/');
    Path into = Files.createDirectories(directory.resolve(folder));
    try (Stream<Path> all = Files.list(location(type).resolve(folder))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.copy(file, into.resolve(file.getFileName()));
      }
    }
    return new Program(directory);
  }

  /** The jar or the directory that a class is from. */
  static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " is from no file", e);
    }
  }

  /**
   * Compiles sources, each of which starts with its package and its top-level type.
   *
   * @param directory empty; gets {@code src} and {@code classes}
   */
  static Program compile(Path directory, String... sources) {
    return compile(directory, List.of(), sources);
  }

  /**
   * Compiles sources that use more than the runtime.
   *
   * @param directory empty; gets {@code src} and {@code classes}
   * @param libraries what they use
   */
  static Program compile(Path directory, List<Path> libraries, String... sources) {
    Path classes = directory.resolve("classes");
    try {
      Files.createDirectories(classes);
      List<Path> files = new ArrayList<>();
      for (String source : sources) {
        files.add(write(directory.resolve("src"), source));
      }
      javac(classes, libraries, files);
      return new Program(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path root, String source) throws IOException {
    Matcher name = PACKAGE.matcher(source);
    Path folder = name.find() ? root.resolve(name.group(1).replace('.', '/')) : root;
    Matcher type = TYPE.matcher(source);
    if (!type.find()) {
      throw new IllegalArgumentException("no type in: " + source);
    }
    boolean isModule = type.group().startsWith("module");
    Files.createDirectories(folder);
    return Files.writeString(
        folder.resolve((isModule ? "module-info" : type.group(1)) + ".java"), source);
  }

  private static void javac(Path classes, List<Path> libraries, List<Path> files)
      throws IOException {
    StringBuilder classPath = new StringBuilder(ForkedJvm.RUNTIME.toString());
    libraries.forEach(library -> classPath.append(File.pathSeparator).append(library));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    List<String> options =
        List.of(
            "-g",
            "--release",
            "17", // another JDK may run it
            "-cp",
            classPath.toString(),
            "-p",
            ForkedJvm.RUNTIME.toString(),
            "-d",
            classes.toString());
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  problems,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw new IllegalArgumentException(problems.toString());
      }
    }
  }

  /** The program as a build with the plugin leaves it. */
  Program built(Path into) throws IOException {
    return built(into, new Compiler.Options(Patterns.none(), Monitors.REFUSE, Patterns.none()));
  }

  /** The same for what was chosen. */
  Program built(Path into, Compiler.Options options) throws IOException {
    Compiler compiler = new Compiler(this::find, options);
    try (Stream<Path> all = Files.walk(classes)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        boolean isClass = file.toString().endsWith(".class");
        Path copy = into.resolve(classes.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.write(copy, isClass ? compiler.compile(bytes).bytes().orElse(bytes) : bytes);
      }
    }
    return new Program(into);
  }

  private Optional<byte[]> find(String internalName) {
    Path own = classes.resolve(internalName + ".class");
    try {
      return Files.isRegularFile(own)
          ? Optional.of(Files.readAllBytes(own))
          : new ResourceBytes().find(internalName);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a file that is no class. */
  Program with(String name, String text) throws IOException {
    Path file = classes.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Everything as a jar. */
  Path jar(Path file, Map<String, String> attributes) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach((key, value) -> manifest.getMainAttributes().putValue(key, value));
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        Stream<Path> all = Files.walk(classes)) {
      for (Path entry : all.filter(Files::isRegularFile).sorted().toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(entry).toString().replace('\\', '/')));
        Files.copy(entry, jar);
      }
    }
    return file;
  }
}
