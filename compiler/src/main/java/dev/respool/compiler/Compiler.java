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
import java.util.Map;
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
  private final Options options;
  private final Patterns chosen; // suspendable, or to be made serializable
  private final SaveableCode saveable;

  /**
   * What somebody has chosen.
   *
   * @param suspendables the classes whose methods are suspendable without a mark
   * @param monitors what becomes of methods that would suspend while they hold one
   * @param saveables the classes that are made serializable without a mark, with their lambdas
   * @param debuggable whether debuggers are to see the source only, at the price of speed
   */
  public record Options(
      Patterns suspendables, Monitors monitors, Patterns saveables, boolean debuggable) {
    /** Tests set it, so that programs run as they do in a debugger. */
    private static final boolean DEBUGGABLE = Boolean.getBoolean("dev.respool.debuggable");

    /**
     * What is fast, not what can be stepped through.
     *
     * @param suspendables the classes whose methods are suspendable without a mark
     * @param monitors what becomes of methods that would suspend while they hold one
     * @param saveables the classes that are made serializable without a mark, with their lambdas
     */
    public Options(Patterns suspendables, Monitors monitors, Patterns saveables) {
      this(suspendables, monitors, saveables, DEBUGGABLE);
    }
  }

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
    this(classes, new Options(suspendables, monitors, Patterns.none()));
  }

  /**
   * A compiler for classes that see each other.
   *
   * @param classes where the classes are found that a class names; what it has found once is
   *     remembered
   * @param options what was chosen
   */
  public Compiler(ClassBytes classes, Options options) {
    this(classes, options, new NoDigest());
  }

  /**
   * A compiler that says of which classes a result depends.
   *
   * @param classes where the classes are found that a class names; what it has found once is
   *     remembered
   * @param options what was chosen
   * @param digest makes the digests of class files for {@link Compilation#asked}
   */
  public Compiler(ClassBytes classes, Options options, Function<byte[], String> digest) {
    this.found = new FoundClasses(classes, new FactsReader(), digest);
    this.saveable = new SaveableCode(options.saveables());
    this.options = options;
    this.chosen = options.suspendables().and(options.saveables());
  }

  /** For those who keep no results. */
  private static final class NoDigest implements Function<byte[], String> {
    @Override
    public String apply(byte[] classFile) {
      return "not computed";
    }
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
    ClassHead head = new ClassHead(classFile);
    if (RuntimePackages.contain(head.name())) {
      return unchanged(head.name(), true, true, Map.of());
    }
    try {
      return compile(head, classFile);
    } catch (RuntimeException | AssertionError e) {
      throw unreadable(head.name(), e);
    }
  }

  /**
   * Whether {@link #compile} leaves a class as it is whatever other classes say. That takes a
   * glance only; the answer for most classes.
   *
   * @param classFile its bytes
   * @return false if more has to be read to know
   * @throws UnreadableClassException if the bytes are not a class file of a known version
   */
  public boolean leavesAlone(byte[] classFile) {
    ClassHead head = new ClassHead(classFile);
    try {
      Glance glance = new Glance(head);
      return !glance.mayBeInstrumented() && glance.showsNothing(chosen);
    } catch (RuntimeException e) {
      throw unreadable(head.name(), e);
    }
  }

  private Compilation compile(ClassHead head, byte[] classFile) {
    Glance glance = new Glance(head);
    if (glance.mayBeInstrumented() && isInstrumented(new ClassFile(classFile).tree())) {
      return unchanged(head.name(), true, true, Map.of());
    }
    return glance.showsNothing(chosen)
        ? unchanged(head.name(), false, false, Map.of())
        : compile(glance, new ClassFile(classFile));
  }

  private Compilation compile(Glance glance, ClassFile file) {
    ClassHierarchy classes = new ClassHierarchy(found);
    if (!glance.mayChange(classes, chosen)) {
      return unchanged(file.name(), false, false, classes.asked());
    }
    ClassFacts facts = file.facts();
    classes.add(facts);
    SaveableCode.Choice saved = saveable.of(facts, classes);
    return saved.isAny() || new Suspendability(classes, options.suspendables()).mayChange(facts)
        ? new Transformation(file, facts, classes, options, saved).run()
        : unchanged(file.name(), false, true, classes.asked());
  }

  private static boolean isInstrumented(ClassNode node) {
    InstrumentedMarker.requireOurVersion(node);
    return InstrumentedMarker.isOn(node);
  }

  /**
   * Gives a class of version 50 or older the stack map frames that its instructions imply, as
   * {@link #compile} does before it looks at one: for tools that change classes first.
   *
   * @param classFile its bytes
   * @return those of the same class of version 50; the same bytes if it is of a later version, or
   *     if the frames cannot be computed, since a class that is needed for it is not found
   * @throws UnreadableClassException if the bytes are not a class file of a known version
   */
  public byte[] withFrames(byte[] classFile) {
    ClassFile file = new ClassFile(classFile);
    try {
      return withFrames(file).bytes();
    } catch (RuntimeException | AssertionError e) {
      throw unreadable(file.name(), e);
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
      throw unreadable(file.name(), e);
    }
  }

  private List<Problem> check(ClassFile file) {
    ClassNode node = file.tree();
    ClassHierarchy classes = new ClassHierarchy(found);
    classes.add(ClassFile.facts(node));
    Suspendability suspendability = new Suspendability(classes, options.suspendables());
    List<Problem> problems = new ArrayList<>(new Check(suspendability, node).problems());
    if (!file.lacksFrames()) {
      problems.addAll(new UncapturedCallCheck(classes, suspendability, node).problems());
    }
    compile(new ClassHead(file.bytes()), file.bytes())
        .refusals()
        .forEach(refusal -> problems.add(Problem.of(refusal)));
    return problems;
  }

  /** What analysing a class has thrown, if it is about a class that the JVM's verifier rejects. */
  private static RuntimeException unreadable(String name, Throwable failure) {
    return failure instanceof UncheckedIOException io
        ? io
        : failure instanceof UnreadableClassException known
            ? known
            : new UnreadableClassException(name.replace('/', '.'), failure);
  }

  private static Compilation unchanged(
      String name, boolean already, boolean mayHaveSuspendable, Map<String, String> asked) {
    return new Compilation(
        name.replace('/', '.'),
        Optional.empty(),
        already,
        mayHaveSuspendable,
        List.of(),
        List.of(),
        List.of(),
        asked);
  }
}
