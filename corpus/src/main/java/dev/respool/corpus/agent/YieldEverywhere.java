package dev.respool.corpus.agent;

import dev.respool.compiler.Compilation;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.suspendable.MethodKey;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.corpus.schedule.SiteCounts;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Injects yields into the classes of the chosen packages and makes all of their methods
 * suspendable.
 *
 * <p>A class that cannot be transformed keeps its bytes, and the {@link Tally} says why; a method
 * that cannot be gets no yields.
 */
final class YieldEverywhere implements ClassFileTransformer {
  private static final String SITES = "dev/respool/corpus/schedule/Sites";

  private final Options options;
  private final Tally tally;
  private final Patterns suspendable;
  private final Map<ClassLoader, Optional<Compiler>> compilers =
      Collections.synchronizedMap(new WeakHashMap<>());

  YieldEverywhere(Options options, Tally tally) {
    this.options = options;
    this.tally = tally;
    this.suspendable = options.packages();
  }

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> loaded, ProtectionDomain domain, byte[] bytes) {
    if (loader == null || name == null) {
      return null;
    }
    boolean chosen = options.packages().matches(name);
    if (!chosen && !name.equals(SITES)) {
      return null;
    }
    try {
      return chosen
          ? transform(loader, name, bytes)
          : compiler(loader).orElseThrow().compile(bytes).bytes().orElseThrow();
    } catch (Throwable failure) {
      tally.failed(name, String.valueOf(failure));
      return null;
    }
  }

  private byte[] transform(ClassLoader loader, String name, byte[] bytes) {
    Optional<Compiler> compiler = compiler(loader);
    if (compiler.isEmpty()) {
      tally.failed(
          name,
          "its class loader " + loader.getClass().getName() + " does not see the Respool runtime");
      return null;
    }
    return transform(compiler.get(), bytes);
  }

  private byte[] transform(Compiler compiler, byte[] bytes) {
    Injection injection = inject(bytes, method -> true);
    Compilation result = compiler.compile(injection.bytes());
    Set<MethodKey> planned = planned(result);
    if (!planned.containsAll(injection.changed())) {
      injection = inject(bytes, planned::contains);
      result = compiler.compile(injection.bytes());
    }
    tally.transformed(result, injection.count());
    return result.bytes().orElse(null);
  }

  private Injection inject(byte[] bytes, Predicate<MethodKey> wanted) {
    Injection injection = new Injection(bytes, SiteCounts::allocate).into(wanted);
    if (options.mode() == Options.Mode.REFUSE) {
      new TestStarts(injection.node()).insert();
    }
    return injection;
  }

  private static Set<MethodKey> planned(Compilation compilation) {
    return compilation.plans().stream().map(MethodPlan::method).collect(Collectors.toSet());
  }

  private Optional<Compiler> compiler(ClassLoader loader) {
    Optional<Compiler> known = compilers.get(loader);
    if (known == null) {
      LoaderClasses classes = new LoaderClasses(loader, options.packages());
      known =
          classes.seesRuntime()
              ? Optional.of(new Compiler(classes, suspendable))
              : Optional.empty();
      compilers.put(loader, known);
    }
    return known;
  }
}
