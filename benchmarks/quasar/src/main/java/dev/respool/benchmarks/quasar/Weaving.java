package dev.respool.benchmarks.quasar;

import co.paralleluniverse.fibers.instrument.QuasarInstrumentor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs Quasar's instrumentor in this module's build. Quasar's own plugins for build tools have it
 * read the classes of the JDK, for which its ASM is too old; here it reads them through {@link
 * OlderClasses}.
 */
public final class Weaving {
  private final Path classes;
  private final ClassLoader types = new OlderClasses(Weaving.class.getClassLoader());
  private final QuasarInstrumentor instrumentor = new QuasarInstrumentor(true);

  private Weaving(Path classes) {
    this.classes = classes;
  }

  /**
   * Instruments all classes of a directory in place.
   *
   * @param args the directory
   * @throws IOException if a class cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    new Weaving(Path.of(args[0])).weaveAll();
  }

  private void weaveAll() throws IOException {
    for (Path file : classFiles()) {
      String name = classes.relativize(file).toString().replace(".class", "").replace('\\', '/');
      if (instrumentor.shouldInstrument(name)) {
        weave(file, name);
      }
    }
  }

  private List<Path> classFiles() throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  private void weave(Path file, String name) throws IOException {
    byte[] plain = OlderClasses.older(Files.readAllBytes(file));
    byte[] woven = instrumentor.instrumentClass(types, name, plain);
    Files.write(file, woven);
  }
}
