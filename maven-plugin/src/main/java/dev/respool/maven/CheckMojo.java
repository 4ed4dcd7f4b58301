package dev.respool.maven;

import dev.respool.agent.command.SnapshotCheck;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Checks the project's classes and test classes: fails the build for each method that calls a
 * suspendable one without being suspendable, and for each call through which a suspension is
 * certain to meet code that cannot be captured, with class, method, line, the path to the method
 * that suspends, and what to do. On request it also tells which stored snapshots of coroutines the
 * classes can continue.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class CheckMojo extends AbstractRespoolMojo {
  /**
   * A directory with stored snapshots of coroutines, at any depth. The goal tells which of them go
   * on, move, need a pin or fail when the project's classes restore them.
   */
  @Parameter(property = "respool.snapshots")
  File snapshots;

  /**
   * Whether a snapshot that needs a pin fails the build. If not, it is a warning: say so if the
   * program keeps old class files and gives them by {@code SnapshotPolicy.withCode}.
   */
  @Parameter(property = "respool.failOnPin", defaultValue = "true")
  boolean failOnPin;

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
    if (snapshots != null && !project.getPackaging().equals("pom")) {
      checkSnapshots();
    }
  }

  private void checkSnapshots() throws IOException, MojoExecutionException, MojoFailureException {
    List<Path> elements = new ArrayList<>();
    for (String element : classPath()) {
      if (!element.equals(project.getBuild().getTestOutputDirectory())) {
        elements.add(Path.of(element));
      }
    }
    try (SnapshotCheck check = new SnapshotCheck(elements, agentOptions())) {
      new StoredSnapshots(getLog(), failOnPin).check(check, snapshots.toPath());
    }
  }

  /** For classes that the build has not instrumented. */
  private String agentOptions() {
    return "monitors="
        + monitors
        + agentOption("suspendable", suspendables)
        + agentOption("exclude", excludes);
  }

  private static String agentOption(String key, List<String> patterns) {
    return patterns.isEmpty() ? "" : "," + key + "=" + String.join(";", patterns);
  }

  private static String message(List<Problem> problems) {
    StringBuilder message = new StringBuilder();
    message.append(count(problems.size(), "suspension problem")).append(':');
    problems.forEach(problem -> message.append("\n  ").append(problem.message()));
    return message.toString();
  }
}
