package dev.respool.agent;

import dev.respool.compiler.UnreadableClassException;
import dev.respool.compiler.suspendable.Patterns;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives each class that the JVM defines to the compiler of its class loader.
 *
 * <p>A class keeps its bytes if nothing in it can suspend, or if something went wrong; the latter
 * is told and remembered, never swallowed. The result depends on the class files only, so another
 * agent may retransform a class: it gets the same added members again. A class that was defined
 * without them cannot get them any more.
 *
 * <p>No lock is held while class loaders are asked, and no guard against re-entry is needed: the
 * JVM gives an agent no class that is loaded from within one of its own transformers. Such a class,
 * as part of a class loader that looks for a resource, keeps its bytes.
 *
 * <p>What runs for a class that nothing changes, here and in the compiler, runs at the start of
 * every program: it has no lambdas, streams or regular expressions, of which the first costs tens
 * of milliseconds.
 */
final class ClassTransformer implements ClassFileTransformer {
  /** The runtime's, which each class loader may have another one of. */
  private static final String LOADED_CLASS = "dev.respool.abi.LoadedClass";

  private final Scope scope;
  private final Patterns suspendable;
  private final Report report;
  private final LoaderViews views;
  private final ModuleReads reads;
  private final Optional<ClassDump> dump;

  ClassTransformer(AgentOptions options, Report report, Instrumentation jvm) {
    this.scope = new Scope(options.exclude());
    this.suspendable = options.suspendable();
    this.report = report;
    this.views = new LoaderViews(new ViewFactory(options, caches(options, report), report));
    this.reads = new ModuleReads(jvm);
    this.dump =
        options.dump().isEmpty()
            ? Optional.empty()
            : Optional.of(new ClassDump(options.dump().get(), report));
  }

  /** Null if there are none; then nothing of them is loaded. */
  private static ClassCaches caches(AgentOptions options, Report report) {
    return options.cache().isEmpty() ? null : ClassCaches.of(options, report);
  }

  private record ViewFactory(AgentOptions options, ClassCaches caches, Report report)
      implements Function<ClassLoader, LoaderView> {
    @Override
    public LoaderView apply(ClassLoader loader) {
      return LoaderView.of(loader, options, caches, report);
    }
  }

  /** What the JVM tells of a class that it defines, redefines or retransforms. */
  private record Arrival(
      Module module, ClassLoader loader, String internalName, Class<?> loaded, byte[] classFile) {
    boolean isLoaded() {
      return loaded != null;
    }

    String name() {
      return internalName == null ? "(a class without a name)" : internalName.replace('/', '.');
    }
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String internalName,
      Class<?> loaded,
      ProtectionDomain domain,
      byte[] classFile) {
    if (!scope.covers(module, loader, internalName)) {
      return null;
    }
    Arrival arrival = new Arrival(module, loader, internalName, loaded, classFile);
    try {
      return transform(arrival);
    } catch (UnreadableClassException unreadable) {
      report.refused(arrival.name(), unreadable.getMessage(), keptAsItWas(arrival));
    } catch (Throwable failure) {
      report.failed(arrival.name(), failure, keptAsItWas(arrival));
    }
    return null;
  }

  private static String keptAsItWas(Arrival arrival) {
    return "it runs as it was and no coroutine can suspend in it; if it need not suspend, say"
        + " exclude="
        + arrival.name();
  }

  private byte[] transform(Arrival arrival) throws ReflectiveOperationException {
    LoaderView view = views.of(arrival.loader());
    if (!view.seesRuntime()) {
      tellIfNamed(arrival);
      return null;
    }
    Outcome outcome = view.compile(arrival.classFile());
    for (Outcome.Refused refused : outcome.refused()) {
      report.refused(outcome.className(), refused);
    }
    for (String warning : outcome.warnings()) {
      report.warning(warning);
    }
    if (outcome.bytes() == null || !scope.covers(outcome.className().replace('.', '/'))) {
      return null;
    }
    if (arrival.isLoaded() && !view.hasTransformed(outcome.className())) {
      tellTooLate(outcome.className());
      return null;
    }
    if (arrival.isLoaded()) {
      tellRuntime(arrival.loaded());
    }
    return deliver(arrival, view, outcome);
  }

  /** Another tool changes this class, perhaps so that its methods are called in another way. */
  private static void tellRuntime(Class<?> changed) throws ReflectiveOperationException {
    Class.forName(LOADED_CLASS, true, changed.getClassLoader())
        .getMethod("changes", Class.class)
        .invoke(null, changed);
  }

  private byte[] deliver(Arrival arrival, LoaderView view, Outcome outcome) {
    String name = outcome.className();
    byte[] result = outcome.bytes();
    reads.letRead(arrival.module(), name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    if (dump.isPresent()) {
      dump.get().write(name, result);
    }
    report.detail(name, "transformed, methods that can suspend: " + outcome.transformed());
    view.markTransformed(name);
    return result;
  }

  /** The user asked for this class, so silence would mislead. */
  private void tellIfNamed(Arrival arrival) {
    if (arrival.internalName() != null && suspendable.matches(arrival.internalName())) {
      report.refused(
          arrival.name(),
          "the option suspendable= names it, but its class loader does not see the Respool runtime",
          "put respool-runtime where that class loader finds it");
    }
  }

  private void tellTooLate(String className) {
    report.refused(
        className,
        "it was loaded before Respool could transform it, and a loaded class cannot get new"
            + " methods or interfaces",
        "start the JVM with -javaagent, or instrument the class in the build");
  }

  /** Tells of a class that was loaded before this agent, if it would have been transformed. */
  void tooLateFor(Class<?> loaded) {
    if (Scope.isJdk(loaded.getModule(), loaded.getClassLoader())
        || loaded.isArray()
        || loaded.isPrimitive()
        || loaded.isHidden()) {
      return;
    }
    String internalName = loaded.getName().replace('.', '/');
    if (!scope.covers(loaded.getModule(), loaded.getClassLoader(), internalName)) {
      return;
    }
    try {
      tooLateFor(views.of(loaded.getClassLoader()), internalName);
    } catch (Throwable failure) {
      report.failed(loaded.getName(), failure, "start the JVM with -javaagent");
    }
  }

  private void tooLateFor(LoaderView view, String internalName) {
    Optional<byte[]> classFile = view.seesRuntime() ? view.find(internalName) : Optional.empty();
    if (classFile.isEmpty()) {
      return;
    }
    Outcome outcome = view.compile(classFile.get());
    if (outcome.bytes() != null && !view.hasTransformed(outcome.className())) {
      tellTooLate(outcome.className());
    }
  }
}
