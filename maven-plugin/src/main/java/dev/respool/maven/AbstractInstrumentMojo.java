package dev.respool.maven;

import dev.respool.compiler.Compilation;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Instruments the class files of a directory in place. All are compiled before the first is
 * written: a method that cannot be made suspendable fails the build and leaves every file as it
 * was.
 */
abstract class AbstractInstrumentMojo extends AbstractRespoolMojo {
  private final Map<Path, Compilation> changed = new LinkedHashMap<>();
  private final List<Refusal> refusals = new ArrayList<>();

  /** The directory. */
  abstract String directory();

  @Override
  void execute(Compiler compiler) throws IOException, MojoExecutionException, MojoFailureException {
    List<Path> files = classFiles(directory());
    for (Path file : files) {
      with(file, classFile -> note(file, compiler.compile(classFile)));
    }
    if (!refusals.isEmpty()) {
      throw new MojoFailureException(message());
    }
    for (Map.Entry<Path, Compilation> entry : changed.entrySet()) {
      ClassDirectory.replace(entry.getKey(), entry.getValue().bytes().orElseThrow());
    }
    tell(files.size());
  }

  private void note(Path file, Compilation compilation) {
    refusals.addAll(compilation.refusals());
    compilation.warnings().forEach(warning -> getLog().warn(warning.message()));
    if (compilation.bytes().isPresent()) {
      changed.put(file, compilation);
    }
  }

  private String message() {
    StringBuilder message = new StringBuilder();
    message.append(count(refusals.size(), "method")).append(" cannot be made suspendable:");
    refusals.forEach(refusal -> message.append("\n  ").append(refusal.message()));
    return message.toString();
  }

  private void tell(int classes) {
    int methods = changed.values().stream().mapToInt(c -> c.plans().size()).sum();
    getLog()
        .info(
            changed.isEmpty()
                ? "Nothing to instrument in " + count(classes, "class")
                : "Instrumented "
                    + count(methods, "method")
                    + " of "
                    + count(changed.size(), "class"));
  }
}
