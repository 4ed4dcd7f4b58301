package dev.respool.corpus.verify;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.Problem;
import dev.respool.compiler.plan.Refusal;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares what {@code check} finds in a class with what the transformer refuses. Where all methods
 * are suspendable it is the same, and what calls in Kotlin's own coroutines, which never are, call;
 * where no method is, there is nothing to find.
 */
final class CheckAgreement {
  private final Compiler everything;
  private final Compiler nothing;

  /** {@code everything} is a compiler to which all methods are suspendable. */
  CheckAgreement(ClassBytes world, Compiler everything) {
    this.everything = everything;
    this.nothing = new Compiler(world, Patterns.none());
  }

  /** What differs, where all methods are suspendable and these are refused. */
  List<Fault> faults(byte[] classFile, List<Refusal> refusals) {
    List<String> found = messages(everything, classFile);
    List<String> refused = refusals.stream().map(Refusal::message).toList();
    List<Fault> faults = new ArrayList<>();
    found.removeIf(CheckAgreement::isOfKotlin);
    Fault.without(found, refused).forEach(alarm -> faults.add(fault("false alarm: " + alarm)));
    Fault.without(refused, found)
        .forEach(refusal -> faults.add(fault("does not find: " + refusal)));
    messages(nothing, classFile)
        .forEach(alarm -> faults.add(fault("false alarm where nothing suspends: " + alarm)));
    return faults;
  }

  private static List<String> messages(Compiler compiler, byte[] classFile) {
    return compiler.check(classFile).stream()
        .map(Problem::message)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static boolean isOfKotlin(String message) {
    return message.contains("; Kotlin's own coroutines are left alone: ");
  }

  private static Fault fault(String reason) {
    return new Fault("respool:check", "", reason);
  }
}
