package dev.respool.it.compilers;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** Eclipse's compiler for Java. */
public final class EclipseJava implements SourceCompiler {
  @Override
  public String extension() {
    return ".java";
  }

  @Override
  public void compile(List<Path> sources, Path output) {
    Stream<String> options =
        Stream.of("--release", RELEASE, "-g", "-nowarn", "-proc:none", "-d", output.toString());
    String[] arguments =
        Stream.of(
                options,
                Stream.of("-cp", SourceCompiler.classPath()),
                sources.stream().map(Path::toString))
            .flatMap(parts -> parts)
            .toArray(String[]::new);
    StringWriter messages = new StringWriter();
    PrintWriter writer = new PrintWriter(messages);
    SourceCompiler.check(BatchCompiler.compile(arguments, writer, writer, null), messages);
  }
}
