package dev.respool.corpus.verify;

import dev.respool.compiler.Compilation;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.corpus.report.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Transforms each class of a subject with all methods suspendable, and has the results checked:
 *
 * <pre>
 * transform  --&gt; the compiler must not throw
 * again      --&gt; another compiler that has seen other classes before must write the same bytes
 * checks     --&gt; ASM; java.lang.classfile, where there is one
 * appearance --&gt; reflection and serialization must see the class that they saw
 * agreement  --&gt; respool:check must find what the compiler refuses, and nothing else
 * load       --&gt; HotSpot, once all are transformed: outside java.*, without initialising
 * </pre>
 *
 * A fault that the class had before is told apart: it is not the compiler's.
 */
public final class Verification {
  private final Subject subject;
  private final Tally tally;
  private final Compiler compiler;
  private final Compiler again;
  private final List<Check> checks = new ArrayList<>();
  private final CheckAgreement agreement;
  private final Set<SubjectClass> transformed = new HashSet<>();
  private final HotSpotVerifier before = new HotSpotVerifier(Verification.class.getClassLoader());
  private final HotSpotVerifier after = new HotSpotVerifier(Verification.class.getClassLoader());

  /**
   * A verification that has not run yet.
   *
   * @param subject the classes
   * @param monitors what becomes of methods that would suspend while they hold one
   */
  public Verification(Subject subject, Monitors monitors) {
    ClassBytes world = subject.world();
    this.subject = subject;
    this.tally = new Tally(subject.name());
    this.compiler = new Compiler(world, subject.everyMethod(), monitors);
    this.again = new Compiler(world, subject.everyMethod(), monitors);
    this.agreement = new CheckAgreement(world, again);
    checks.add(new ClassCheck(new TypeTree(world)));
    JdkVerifier.over(world).ifPresent(checks::add);
  }

  /**
   * Verifies all classes.
   *
   * @return what was found
   */
  public Tally run() {
    subject.classes().forEach(this::verify);
    subject.classes().stream().filter(SubjectClass::isLoadable).forEach(this::load);
    return tally;
  }

  private void verify(SubjectClass type) {
    Optional<byte[]> result = Optional.empty();
    try {
      long start = System.nanoTime();
      Compilation compilation = compiler.compile(type.bytes());
      tally.transformed(type.bytes(), compilation, System.nanoTime() - start);
      result = compilation.bytes();
      result.ifPresent(bytes -> transformed.add(type));
      result.ifPresent(bytes -> check(type, bytes));
      agreement
          .faults(type.bytes(), compilation.refusals())
          .forEach(fault -> tally.failed(type.place(), fault.toString()));
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      tell(type, withCause(e), faults(type.bytes()));
    }
    if (type.isLoadable()) {
      before.add(type.internalName(), type.bytes());
      after.add(type.internalName(), result.orElse(type.bytes()));
    }
  }

  private static Fault withCause(Throwable thrown) {
    Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
    StackTraceElement[] trace = cause.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return new Fault(
        "compiler", "", Fault.of("", thrown).reason() + ", because of " + cause + where);
  }

  private void check(SubjectClass type, byte[] result) {
    if (!Arrays.equals(result, again.compile(type.bytes()).bytes().orElse(null))) {
      tally.failed(type.place(), "compiler: a second compilation gives other bytes");
    }
    new Appearance(type.bytes())
        .faults(result)
        .forEach(fault -> tally.failed(type.place(), fault.toString()));
    List<Fault> faults = faults(result);
    if (!faults.isEmpty()) {
      List<Fault> known = faults(type.bytes());
      faults.forEach(fault -> tell(type, fault, known));
    }
  }

  private List<Fault> faults(byte[] classFile) {
    return checks.stream().flatMap(check -> check.faults(classFile).stream()).toList();
  }

  private void tell(SubjectClass type, Fault fault, List<Fault> known) {
    boolean unreadable = fault.check().equals("compiler") && !known.isEmpty();
    if (unreadable || known.stream().anyMatch(fault::isAlso)) {
      tally.unverifiable(type.place(), fault.toString());
    } else {
      tally.failed(type.place(), fault.toString());
    }
  }

  /** A class that HotSpot rejects for the same kind of error before is told apart. */
  private void load(SubjectClass type) {
    List<Fault> faults = after.faults(type.internalName());
    if (faults.isEmpty() && transformed.contains(type)) {
      tally.loaded();
    }
    if (faults.isEmpty()) {
      return;
    }
    List<String> known =
        before.faults(type.internalName()).stream().map(Verification::kind).toList();
    for (Fault fault : faults) {
      if (known.contains(kind(fault))) {
        tally.unverifiable(type.place(), fault.toString());
      } else {
        tally.failed(type.place(), fault.toString());
      }
    }
  }

  private static String kind(Fault fault) {
    return fault.reason().replaceFirst("[:\\s].*", "");
  }
}
