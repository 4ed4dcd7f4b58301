package dev.respool.compiler;

import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.ClassFacts;
import dev.respool.compiler.suspendable.ClassHierarchy;
import dev.respool.compiler.suspendable.FoundClasses;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.compiler.suspendable.RuntimePackages;
import dev.respool.compiler.suspendable.SaveableCode;
import dev.respool.compiler.suspendable.Suspendability;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.objectweb.asm.tree.ClassNode;

/**
 * Rewrites the suspendable methods of a class into resumable ones.
 *
 * <p>The pipeline: glance at the constant pool; collect the facts; read; give method references
 * bodies; plan each method; emit the plans; write. It ends as soon as there is nothing to change.
 * Thread-safe: between compilations only the facts of the classes are kept that were found.
 */
public final class Compiler {
  private final FoundClasses found;
  private final Patterns suspendables;
  private final Monitors monitors;
  private final SaveableCode saveable;

  /**
   * A compiler for classes that see each other, which refuses methods that would suspend while they
   * hold a monitor.
   *
   * @param classes where the classes are found that a class names; what it has found once is
   *     remembered
   * @param suspendables the classes whose methods are suspendable without a mark
   */
  public Compiler(ClassBytes classes, Patterns suspendables) {
    this(classes, suspendables, Monitors.REFUSE);
  }

  /**
   * A compiler for classes that see each other.
   *
   * @param classes where the classes are found that a class names; what it has found once is
   *     remembered
   * @param suspendables the classes whose methods are suspendable without a mark
   * @param monitors what becomes of methods that would suspend while they hold one
   */
  public Compiler(ClassBytes classes, Patterns suspendables, Monitors monitors) {
    this(classes, suspendables, monitors, Patterns.none());
  }

  /**
   * The same with classes whose lambdas are made serializable although they have no mark.
   *
   * @param classes where the classes are found that a class names
   * @param suspendables the classes whose methods are suspendable without a mark
   * @param monitors what becomes of methods that would suspend while they hold one
   * @param saveables the classes whose lambdas are made serializable without a mark
   */
  public Compiler(
      ClassBytes classes, Patterns suspendables, Monitors monitors, Patterns saveables) {
    this.saveable = new SaveableCode(saveables);
    this.found = new FoundClasses(classes, new FactsReader());
    this.suspendables = suspendables;
    this.monitors = monitors;
  }

  /** No lambda: an agent makes one at every start of a JVM, perhaps as the first. */
  private static final class FactsReader implements Function<byte[], ClassFacts> {
    @Override
    public ClassFacts apply(byte[] classFile) {
      return new ClassFile(classFile).facts();
    }
  }

  /**
   * Compiles a class. Of a class that has nothing to change only as much is read as it takes to see
   * that.
   *
   * @param classFile its bytes
   * @return the new bytes and what was done
   * @throws UnreadableClassException if the bytes are not a class file of a known version, or of a
   *     class that was instrumented for another version of the runtime
   */
  public Compilation compile(byte[] classFile) {
    ClassFile file = new ClassFile(classFile);
    if (RuntimePackages.contain(file.name())) {
      return unchanged(file, true, true);
    }
    try {
      return compile(file);
    } catch (RuntimeException | AssertionError e) {
      throw unreadable(file, e);
    }
  }

  private Compilation compile(ClassFile file) {
    Glance glance = file.glance();
    if (glance.mayBeInstrumented() && isInstrumented(file.tree())) {
      return unchanged(file, true, true);
    }
    ClassHierarchy classes = new ClassHierarchy(found);
    if (!glance.mayChange(classes, suspendables)) {
      return unchanged(file, false, false);
    }
    ClassFacts facts = file.facts();
    classes.add(facts);
    boolean lambdas = saveable.contains(facts, classes);
    return lambdas || new Suspendability(classes, suspendables).mayChange(facts)
        ? new Transformation(file, facts, classes, suspendables, monitors, lambdas).run()
        : unchanged(file, false, true);
  }

  private static boolean isInstrumented(ClassNode node) {
    InstrumentedMarker.requireOurVersion(node);
    return InstrumentedMarker.isOn(node);
  }

  /**
   * Gives a class from the time before stack map frames its frames, as {@link #compile} does before
   * it looks at one: for tools that change classes first.
   *
   * @param classFile its bytes
   * @return those of the same class of version 50; the same bytes if it has frames, or if they
   *     cannot be computed, since a class that is needed for it is not found
   * @throws UnreadableClassException if the bytes are not a class file of a known version
   */
  public byte[] withFrames(byte[] classFile) {
    ClassFile file = new ClassFile(classFile);
    try {
      return withFrames(file).bytes();
    } catch (RuntimeException | AssertionError e) {
      throw unreadable(file, e);
    }
  }

  private ClassFile withFrames(ClassFile file) {
    try {
      return file.isOld() ? file.withFrames(new ClassHierarchy(found)) : file;
    } catch (OldClassFile.MissingTypeException e) {
      return file;
    }
  }

  /**
   * Looks for mistakes in a class: methods that call what can suspend and are not suspendable
   * themselves, calls through which a suspension meets code that cannot be captured, and
   * suspendable methods that {@link #compile} refuses.
   *
   * @param classFile its bytes, instrumented or not
   * @return the mistakes, each sort in the order of the code
   * @throws UnreadableClassException if the bytes are not a class file of a known version
   */
  public List<Problem> check(byte[] classFile) {
    ClassFile file = new ClassFile(classFile);
    if (RuntimePackages.contain(file.name())) {
      return List.of();
    }
    try {
      return check(file);
    } catch (RuntimeException | AssertionError e) {
      throw unreadable(file, e);
    }
  }

  private List<Problem> check(ClassFile file) {
    ClassNode node = file.tree();
    ClassHierarchy classes = new ClassHierarchy(found);
    classes.add(ClassFile.facts(node));
    Suspendability suspendability = new Suspendability(classes, suspendables);
    List<Problem> problems = new ArrayList<>(new Check(suspendability, node).problems());
    if (!file.isOld()) {
      problems.addAll(new UncapturedCallCheck(classes, suspendability, node).problems());
    }
    compile(file).refusals().forEach(refusal -> problems.add(Problem.of(refusal)));
    return problems;
  }

  /** What analysing a class has thrown, if it is about a class that the JVM's verifier rejects. */
  private static RuntimeException unreadable(ClassFile file, Throwable failure) {
    return failure instanceof UncheckedIOException io
        ? io
        : failure instanceof UnreadableClassException known
            ? known
            : new UnreadableClassException(file.dottedName(), failure);
  }

  private static Compilation unchanged(
      ClassFile file, boolean already, boolean mayHaveSuspendable) {
    return new Compilation(
        file.dottedName(),
        Optional.empty(),
        already,
        mayHaveSuspendable,
        List.of(),
        List.of(),
        List.of());
  }
}
