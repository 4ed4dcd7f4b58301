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

  /** Does nothing for an unnamed module: it reads every other. */
  void letRead(Module module) {
    if (!module.isNamed()) {
      return;
    }
    Set<Module> missing = runtime(module);
    missing.removeIf(module::canRead);
    if (!missing.isEmpty()) {
      jvm.redefineModule(module, missing, Map.of(), Map.of(), Set.of(), Map.of());
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
