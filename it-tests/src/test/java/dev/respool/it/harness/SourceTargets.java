package dev.respool.it.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Targets kept as source text, for language levels above that of the tests; compiled in memory. */
public final class SourceTargets {
  private static final String FOLDER = "/dev/respool/it/targets21";
  private static final String EXTENSION = ".java";

  private SourceTargets() {}

  /** The simple names of all of them, in order. */
  public static List<String> all() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(EXTENSION))
          .map(file -> file.substring(0, file.length() - EXTENSION.length()))
          .sorted()
          .toList();
    }
  }

  /** The dotted name of the class that a target is. */
  public static String className(String target) {
    return Targets.PACKAGE + "." + target;
  }

  /** Its class files; fails with the messages of javac. */
  public static ClassFiles compiled(String target, int release)
      throws IOException, URISyntaxException {
    return compiledText(target, Files.readString(folder().resolve(target + EXTENSION)), release);
  }

  /** The class files of a source text; fails with the messages of javac. */
  public static ClassFiles compiledText(String target, String text, int release)
      throws IOException {
    return compiledText(target, text, release, "-g");
  }

  /** The same without names of locals and lines. */
  public static ClassFiles withoutNames(String target, String text, int release)
      throws IOException {
    return compiledText(target, text, release, "-g:none");
  }

  private static ClassFiles compiledText(String target, String text, int release, String debug)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<Source> sources = List.of(new Source(target, text));
    try (Outputs outputs = new Outputs(javac.getStandardFileManager(null, null, null))) {
      if (!javac.getTask(messages, outputs, null, options(release, debug), null, sources).call()) {
        throw new AssertionError(target + " does not compile: " + messages);
      }
      return new ClassFiles().addAll(outputs.classFiles());
    }
  }

  private static List<String> options(int release, String debug) {
    String classPath = System.getProperty("java.class.path");
    return List.of(debug, "--release", Integer.toString(release), "-cp", classPath);
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(SourceTargets.class.getResource(FOLDER).toURI());
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String target, String text) {
      super(URI.create("string:///" + target + EXTENSION), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output(String className) {
      super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Output> made = new TreeMap<>();

    Outputs(JavaFileManager others) {
      super(others);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return made.computeIfAbsent(className, Output::new);
    }

    Map<String, byte[]> classFiles() {
      Map<String, byte[]> files = new TreeMap<>();
      made.forEach((name, file) -> files.put(name.replace('.', '/'), file.bytes.toByteArray()));
      return files;
    }
  }
}
