package dev.respool.agent;

import dev.respool.compiler.UnreadableClassException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * The classes of a program as the agent would define them, for tools that look at a program which
 * does not run. It is the program's class loader for that time; its parent has the JDK only.
 *
 * <p>Loading a class runs none of its code. What initialises one would.
 */
public final class TransformedClasses extends URLClassLoader {
  private final Scope scope;
  private final Report report;
  private final LoaderView view;

  /**
   * Opens a class path.
   *
   * @param classPath directories and jars; what does not exist is left out, as a JVM does
   * @param options the agent's, as behind {@code -javaagent:respool-agent.jar=}; {@code strict} is
   *     not obeyed
   * @throws InvalidOptionException if the options cannot be understood
   */
  public TransformedClasses(URL[] classPath, String options) {
    super(classPath, ClassLoader.getPlatformClassLoader());
    AgentOptions chosen = AgentOptions.parse(options);
    Refusals.excluding(chosen.exclude());
    this.scope = new Scope(chosen.exclude());
    this.report = new Report(System.err, chosen.verbose(), () -> {});
    this.view = LoaderView.of(this, chosen, null, report);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String internalName = name.replace('.', '/');
    try (InputStream in = getResourceAsStream(internalName + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = transformed(internalName, in.readAllBytes());
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException | UncheckedIOException | UnreadableClassException e) {
      throw new ClassNotFoundException(name + ": " + e.getMessage(), e);
    }
  }

  private byte[] transformed(String internalName, byte[] classFile) {
    if (!view.seesRuntime() || !scope.covers(internalName)) {
      return classFile;
    }
    Outcome outcome = view.compile(classFile);
    for (Outcome.Refused refused : outcome.refused()) {
      report.refused(outcome.className(), refused);
    }
    return outcome.bytes() == null ? classFile : outcome.bytes();
  }
}
