package dev.respool.it.compilers;

import java.nio.file.Path;
import java.util.List;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;

/** The compiler for Groovy; what does not compile it throws. */
public final class Groovy implements SourceCompiler {
  @Override
  public String extension() {
    return ".groovy";
  }

  @Override
  public void compile(List<Path> sources, Path output) {
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setTargetBytecode(RELEASE);
    configuration.setClasspath(SourceCompiler.classPath());
    configuration.setTargetDirectory(output.toFile());
    // By reflection: its reader of class files does not know those of JDK 25.
    configuration.getOptimizationOptions().put("asmResolving", false);
    CompilationUnit unit = new CompilationUnit(configuration);
    sources.forEach(source -> unit.addSource(source.toFile()));
    unit.compile();
  }
}
