package dev.respool.benchmarks.tool;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Generated Java, which javac compiles as it compiles everybody's. */
final class Sources {
  private final List<JavaFileObject> files = new ArrayList<>();

  void add(String className, String text) {
    files.add(new Source(className, text));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Compiles into a new directory, which the caller has to {@link #delete}. */
  Path compile() throws IOException {
    Path directory = Files.createTempDirectory("respool-benchmark");
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of("--release", "17", "-g", "-proc:none", "-d", directory.toString());
    if (!javac.getTask(messages, null, null, options, null, files).call()) {
      throw new IOException("javac refuses generated code: " + messages);
    }
    return directory;
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
