package dev.respool.corpus.agent;

import dev.respool.compiler.Compilation;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.UnreadableClassException;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.suspendable.MethodKey;
import dev.respool.corpus.schedule.SiteCounts;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Injects yields into the classes of the chosen packages and makes all of their methods
 * suspendable.
 *
 * <p>A class that cannot be transformed keeps its bytes, and the {@link Tally} says why; so does
 * what is no class file that the compiler can read, which is no failure. A method that cannot be
 * transformed gets no yields.
 */
final class YieldEverywhere implements ClassFileTransformer {
  private static final String SITES = "dev/respool/corpus/schedule/Sites";

  private final Options options;
  private final Tally tally;
  private final Map<ClassLoader, LoaderClasses> loaders =
      Collections.synchronizedMap(new WeakHashMap<>());

  YieldEverywhere(Options options, Tally tally) {
    this.options = options;
    this.tally = tally;
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
          : classesOf(loader).compiler().compile(bytes).bytes().orElseThrow();
    } catch (UnreadableClassException unreadable) {
      tally.unreadable(name, unreadable.getMessage());
      return null;
    } catch (Throwable failure) {
      tell(loader, name, bytes, failure);
      return null;
    }
  }

  /** What the compiler cannot read either is no failure: some tests make such classes. */
  private void tell(ClassLoader loader, String name, byte[] bytes, Throwable failure) {
    try {
      classesOf(loader).compiler().compile(bytes);
      tally.failed(name, String.valueOf(failure));
    } catch (UnreadableClassException unreadable) {
      tally.unreadable(name, unreadable.getMessage());
    } catch (Throwable another) {
      tally.failed(name, String.valueOf(another));
    }
  }

  private byte[] transform(ClassLoader loader, String name, byte[] bytes) {
    LoaderClasses classes = classesOf(loader);
    if (!classes.seesRuntime()) {
      tally.failed(
          name,
          "its class loader " + loader.getClass().getName() + " does not see the Respool runtime");
      return null;
    }
    return transform(classes.compiler(), classes.withFrames(bytes));
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

  /** No lock is held while a class loader is asked: another thread may ask it for the same. */
  private LoaderClasses classesOf(ClassLoader loader) {
    LoaderClasses known = loaders.get(loader);
    if (known == null) {
      known = new LoaderClasses(loader, options.packages());
      loaders.put(loader, known);
    }
    return known;
  }
}
