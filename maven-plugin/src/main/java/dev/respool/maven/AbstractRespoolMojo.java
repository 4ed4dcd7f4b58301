package dev.respool.maven;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.UnreadableClassException;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals have in common: their parameters and a compiler over the project's class path. */
abstract class AbstractRespoolMojo extends AbstractMojo {
  /** The project. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  /**
   * Patterns of classes whose methods are all suspendable without an annotation, such as
   * third-party code: {@code pkg.Class}, {@code pkg.Pre*}, {@code pkg.*}, {@code pkg.**}.
   */
  @Parameter(property = "respool.suspendables")
  List<String> suspendables = new ArrayList<>();

  /**
   * Patterns of classes that are made serializable without {@code @Saveable}, with their lambdas
   * and method references, so that snapshots can hold them.
   */
  @Parameter(property = "respool.saveables")
  List<String> saveables = new ArrayList<>();

  /** Patterns of the classes to work on; all if there is none. */
  @Parameter(property = "respool.includes")
  List<String> includes = new ArrayList<>();

  /** Patterns of classes not to work on. */
  @Parameter(property = "respool.excludes")
  List<String> excludes = new ArrayList<>();

  /**
   * What becomes of methods that would suspend while they hold a monitor: {@code refuse}, or {@code
   * release}: they give it up while they are suspended, as {@code Object.wait()} does.
   */
  @Parameter(property = "respool.monitors", defaultValue = "refuse")
  String monitors;

  /**
   * Whether debuggers are to see the source only when they step through suspendable methods, at the
   * price of speed.
   */
  @Parameter(property = "respool.debug", defaultValue = "false")
  boolean debug;

  /** Does nothing if true. */
  @Parameter(property = "respool.skip", defaultValue = "false")
  boolean skip;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Respool is skipped");
      return;
    }
    try (ClassPath classPath = new ClassPath(classPath())) {
      Patterns patterns = Patterns.of(suspendables).and(classPath.suspendables());
      execute(
          new Compiler(
              classPath,
              new Compiler.Options(patterns, chosenMonitors(), Patterns.of(saveables), debug)));
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException("Respool: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("Respool cannot read or write: " + e.getMessage(), e);
    }
  }

  private Monitors chosenMonitors() {
    try {
      return Monitors.of(monitors);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("monitors=" + monitors + ": " + e.getMessage(), e);
    }
  }

  /** The directories and jars in which the classes are found that the project's classes name. */
  abstract List<String> classPath() throws MojoExecutionException;

  /** A class path of the project, as Maven gives it. */
  interface Elements {
    List<String> get() throws DependencyResolutionRequiredException;
  }

  static List<String> resolved(Elements elements) throws MojoExecutionException {
    try {
      return elements.get();
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("the class path is not resolved: " + e.getMessage(), e);
    }
  }

  /** A number of things, such as {@code 1 class} and {@code 2 classes}. */
  static String count(int number, String thing) {
    String plural = thing.endsWith("s") ? thing + "es" : thing + "s";
    return number + " " + (number == 1 ? thing : plural);
  }

  /** Does the work of the goal. */
  abstract void execute(Compiler compiler)
      throws IOException, MojoExecutionException, MojoFailureException;

  /** Something that is done with the bytes of a class file. */
  interface ClassFileTask {
    void accept(byte[] classFile);
  }

  /** The chosen class files below a directory. */
  List<Path> classFiles(String directory) throws IOException {
    return new ClassDirectory(Path.of(directory), includes, excludes).classFiles();
  }

  /** Reads a class file and does something with it; an unreadable one fails the build by name. */
  static void with(Path file, ClassFileTask task) throws IOException, MojoExecutionException {
    try {
      task.accept(Files.readAllBytes(file));
    } catch (UnreadableClassException e) {
      throw new MojoExecutionException(file + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new MojoExecutionException(
          file + ": neither it nor a class that it names could be worked on: " + e, e);
    }
  }
}
