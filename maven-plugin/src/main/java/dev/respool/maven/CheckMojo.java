package dev.respool.maven;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Checks the project's classes and test classes: fails the build for each method that calls a
 * suspendable one without being suspendable, and for each call through which a suspension is
 * certain to meet code that cannot be captured, with class, method, line, the path to the method
 * that suspends, and what to do.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class CheckMojo extends AbstractRespoolMojo {
  @Override
  List<String> classPath() throws MojoExecutionException {
    return resolved(project::getTestClasspathElements);
  }

  @Override
  void execute(Compiler compiler) throws IOException, MojoExecutionException, MojoFailureException {
    List<Path> files = new ArrayList<>(classFiles(project.getBuild().getOutputDirectory()));
    files.addAll(classFiles(project.getBuild().getTestOutputDirectory()));
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      with(file, classFile -> problems.addAll(compiler.check(classFile)));
    }
    if (!problems.isEmpty()) {
      throw new MojoFailureException(message(problems));
    }
    getLog().info("No suspension problem in " + count(files.size(), "class"));
  }

  private static String message(List<Problem> problems) {
    StringBuilder message = new StringBuilder();
    message.append(count(problems.size(), "suspension problem")).append(':');
    problems.forEach(problem -> message.append("\n  ").append(problem.message()));
    return message.toString();
  }
}
