package dev.respool.agent;

import java.lang.instrument.Instrumentation;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a named module whose class was transformed read the runtime, which the module need not
 * require by itself: third-party code that a pattern names does not.
 */
final class ModuleReads {
  private static final String RUNTIME = "dev.respool.runtime";

  private final Instrumentation jvm;

  ModuleReads(Instrumentation jvm) {
    this.jvm = jvm;
  }

  /**
   * Lets the runtime also make frames of the methods of a package, which it does when a snapshot is
   * restored. Does nothing for an unnamed module: it reads every other, and every other sees it.
   */
  void letRead(Module module, String packageName) {
    if (!module.isNamed()) {
      return;
    }
    Set<Module> runtime = runtime(module);
    Set<Module> missing = new HashSet<>(runtime);
    missing.removeIf(module::canRead);
    Set<Module> shut = new HashSet<>(runtime);
    shut.removeIf(other -> module.isOpen(packageName, other));
    if (!missing.isEmpty() || !shut.isEmpty()) {
      Map<String, Set<Module>> opens = shut.isEmpty() ? Map.of() : Map.of(packageName, shut);
      jvm.redefineModule(module, missing, Map.of(), opens, Set.of(), Map.of());
    }
  }

  /** The runtime as a module of the layer; else the class paths that it may stand on. */
  private static Set<Module> runtime(Module module) {
    Set<Module> modules = new HashSet<>();
    ModuleLayer layer = module.getLayer();
    Optional<Module> named = layer == null ? Optional.empty() : layer.findModule(RUNTIME);
    if (named.isPresent()) {
      modules.add(named.get());
      return modules;
    }
    modules.add(ClassLoader.getSystemClassLoader().getUnnamedModule());
    if (module.getClassLoader() != null) {
      modules.add(module.getClassLoader().getUnnamedModule());
    }
    return modules;
  }
}
