package dev.respool.it.compilers;

import dotty.tools.dotc.Main;
import dotty.tools.dotc.interfaces.Diagnostic;
import dotty.tools.dotc.interfaces.ReporterResult;
import dotty.tools.dotc.interfaces.SimpleReporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The compiler for Scala 3. */
public final class Scala3 implements SourceCompiler {
  @Override
  public String extension() {
    return ".scala";
  }

  @Override
  public void compile(List<Path> sources, Path output) {
    Stream<String> options =
        Stream.of("-release", RELEASE, "-nowarn", "-classpath", SourceCompiler.classPath());
    String[] arguments =
        Stream.of(options, Stream.of("-d", output.toString()), sources.stream().map(Path::toString))
            .flatMap(parts -> parts)
            .toArray(String[]::new);
    List<String> errors = new ArrayList<>();
    SimpleReporter reporter =
        diagnostic -> {
          if (diagnostic.level() == Diagnostic.ERROR) {
            errors.add(diagnostic.message() + diagnostic.position().map(where -> " at " + where));
          }
        };
    ReporterResult result = Main.process(arguments, reporter, null);
    SourceCompiler.check(!result.hasErrors(), errors);
  }
}
