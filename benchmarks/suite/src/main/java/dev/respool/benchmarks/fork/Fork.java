package dev.respool.benchmarks.fork;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JVM of its own for a measurement: the same JDK, another heap, nothing warm. It tells what it
 * has measured by {@link Told} lines of its standard output.
 *
 * @param options of the JVM; the last of several contradicting ones counts
 * @param classPath of the JVM
 * @param main its main class
 * @param arguments of the main method
 */
public record Fork(List<String> options, String classPath, Class<?> main, List<String> arguments) {
  private static final RuntimeMXBean THIS_JVM = ManagementFactory.getRuntimeMXBean();

  /**
   * A JVM with the options of this one, its agents among them.
   *
   * @param main the main class
   * @param arguments of the main method
   * @return a JVM to be
   */
  public static Fork likeThisJvm(Class<?> main, Object... arguments) {
    return new Fork(THIS_JVM.getInputArguments(), THIS_JVM.getClassPath(), main, texts(arguments));
  }

  /**
   * A JVM without options.
   *
   * @param main the main class
   * @param arguments of the main method
   * @return a JVM to be
   */
  public static Fork bare(Class<?> main, Object... arguments) {
    return new Fork(List.of(), THIS_JVM.getClassPath(), main, texts(arguments));
  }

  private static List<String> texts(Object[] arguments) {
    return Stream.of(arguments).map(String::valueOf).toList();
  }

  /**
   * The same with options that override its own.
   *
   * @param more options of the JVM
   * @return a JVM to be
   */
  public Fork with(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new Fork(all, classPath, main, arguments);
  }

  /**
   * The same with classes of its own.
   *
   * @param classes in front of those that there are
   * @return a JVM to be
   */
  public Fork withClasses(Path classes) {
    String path = classes + System.getProperty("path.separator") + classPath;
    return new Fork(options, path, main, arguments);
  }

  /**
   * Starts the JVM and waits for its end.
   *
   * @return what it has told
   * @throws IllegalStateException if it failed, with what it has printed
   */
  public Told run() {
    try {
      Process process = new ProcessBuilder(command()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(main.getName() + " " + arguments + " failed:\n" + output);
      }
      return Told.in(output);
    } catch (IOException e) {
      throw new IllegalStateException("cannot start a JVM", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while " + main.getName() + " ran", e);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(List.of(java().toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(arguments);
    return command;
  }

  /**
   * The launcher of this JDK.
   *
   * @return an executable file
   */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
