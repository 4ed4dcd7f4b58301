package dev.respool.agent.inspection;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashSet;
import java.util.Set;

/** The runtimes that the program has loaded: mostly one, in whatever class loader or module. */
final class LoadedRuntimes {
  private static final String PACKAGE = "dev.respool.inspect.";

  /** A program that has made a loop has loaded the first, and one with a coroutine the second. */
  private static final Set<String> MARKS =
      Set.of(PACKAGE + "Inspection", "dev.respool.abi.Continuation");

  private final Instrumentation jvm;

  LoadedRuntimes(Instrumentation jvm) {
    this.jvm = jvm;
  }

  /**
   * What they answer, one after the other.
   *
   * @throws IllegalStateException if there is none, or one that cannot answer: says why
   */
  String answer(Question question) {
    Set<ClassLoader> loaders = new LinkedHashSet<>();
    for (Class<?> loaded : jvm.getAllLoadedClasses()) {
      if (MARKS.contains(loaded.getName())) {
        loaders.add(loaded.getClassLoader());
      }
    }
    if (loaders.isEmpty()) {
      throw new IllegalStateException(
          "it has no event loop and no coroutine of Respool: their classes are not loaded");
    }
    StringBuilder answers = new StringBuilder();
    loaders.forEach(loader -> answers.append(answer(question, loader)));
    return answers.toString();
  }

  private static String answer(Question question, ClassLoader loader) {
    try {
      Class<?> optionsType = type("InspectionOptions", loader);
      Object options = optionsType.getMethod("standard").invoke(null);
      options = with(options, "MaxTasks", int.class, question.maxTasks());
      options = with(options, "MaxFrames", int.class, question.maxFrames());
      options = with(options, "Locals", boolean.class, question.locals());
      Class<?> dumpType = type("Dump", loader);
      Object dump = dumpType.getMethod("of", optionsType).invoke(null, options);
      Class<?> writer = type(question.format().writer(), loader);
      return (String) writer.getMethod("of", dumpType).invoke(null, dump);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("its runtime cannot answer: " + e.getCause(), e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException(
          "its respool-runtime is of another version than this agent (" + e + ")", e);
    }
  }

  private static Class<?> type(String name, ClassLoader loader) throws ClassNotFoundException {
    return Class.forName(PACKAGE + name, true, loader);
  }

  private static Object with(Object options, String option, Class<?> type, Object value)
      throws ReflectiveOperationException {
    return options.getClass().getMethod("with" + option, type).invoke(options, value);
  }
}
