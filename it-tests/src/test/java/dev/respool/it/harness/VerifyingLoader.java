package dev.respool.it.harness;

import dev.respool.compiler.Compilation;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.plan.Refusal;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.corpus.verify.ClassCheck;
import dev.respool.corpus.verify.Fault;
import dev.respool.corpus.verify.TypeTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Transforms the classes that it owns with the compiler and looks at each output twice before
 * HotSpot's verifier does: ASM must accept it, and its stack map must hold against one that is
 * computed anew.
 */
public final class VerifyingLoader extends ChildFirstLoader {
  private final Compiler compiler;
  private final ClassCheck check;
  private final Predicate<String> untouched;
  private final List<Refusal> refusals = new ArrayList<>();

  /** Transforms everything that {@code owns} names. */
  public VerifyingLoader(ClassBytes classes, Patterns suspendables, Predicate<String> owns) {
    this(classes, suspendables, owns, name -> false, Monitors.REFUSE);
  }

  /** The same with a choice about monitors. */
  public VerifyingLoader(
      ClassBytes classes, Patterns suspendables, Predicate<String> owns, Monitors monitors) {
    this(classes, suspendables, owns, name -> false, monitors);
  }

  /** Owned classes that are {@code untouched} are defined as they were compiled. */
  public VerifyingLoader(
      ClassBytes classes,
      Patterns suspendables,
      Predicate<String> owns,
      Predicate<String> untouched) {
    this(classes, suspendables, owns, untouched, Monitors.REFUSE);
  }

  /** Both choices. */
  public VerifyingLoader(
      ClassBytes classes,
      Patterns suspendables,
      Predicate<String> owns,
      Predicate<String> untouched,
      Monitors monitors) {
    this(classes, new Compiler.Options(suspendables, monitors, Patterns.none()), owns, untouched);
  }

  /** All that a user can choose. */
  public VerifyingLoader(ClassBytes classes, Compiler.Options options, Predicate<String> owns) {
    this(classes, options, owns, name -> false);
  }

  private VerifyingLoader(
      ClassBytes classes,
      Compiler.Options options,
      Predicate<String> owns,
      Predicate<String> untouched) {
    super(classes, owns);
    this.compiler = new Compiler(classes, options);
    this.check = new ClassCheck(new TypeTree(classes));
    this.untouched = untouched;
  }

  /** What the compiler refused in the classes defined so far. */
  public List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  @Override
  protected byte[] definition(byte[] classFile, String name) {
    if (untouched.test(name)) {
      return classFile;
    }
    Compilation compilation = compiler.compile(classFile);
    refusals.addAll(compilation.refusals());
    byte[] output = compilation.bytes().orElse(classFile);
    List<Fault> faults = check.faults(output);
    if (!faults.isEmpty()) {
      throw new AssertionError(name + ": " + faults);
    }
    return output;
  }
}
