package dev.respool.it.compilers;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import scala.Console;
import scala.tools.nsc.Main;

/** The compiler for Scala. */
public final class Scala implements SourceCompiler {
  @Override
  public String extension() {
    return ".scala";
  }

  @Override
  public void compile(List<Path> sources, Path output) {
    Stream<String> options =
        Stream.of("-release", RELEASE, "-nowarn", "-cp", SourceCompiler.classPath());
    String[] arguments =
        Stream.of(options, Stream.of("-d", output.toString()), sources.stream().map(Path::toString))
            .flatMap(parts -> parts)
            .toArray(String[]::new);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
    boolean success =
        Console.withErr(stream, () -> Console.withOut(stream, () -> Main.process(arguments)));
    SourceCompiler.check(success, messages.toString(StandardCharsets.UTF_8));
  }
}
