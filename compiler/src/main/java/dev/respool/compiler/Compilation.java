package dev.respool.compiler;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.Refusal;
import dev.respool.compiler.suspendable.ClassHierarchy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a class.
 *
 * @param className dotted
 * @param bytes the new class file; empty if there is nothing to change
 * @param alreadyInstrumented whether it came out of this compiler
 * @param mayHaveSuspendable whether the class may declare or inherit a suspendable method; of one
 *     that does not, nobody who calls it need know anything
 * @param refusals the methods that should suspend and cannot; they are left as they were
 * @param warnings what is transformed and likely to go wrong
 * @param plans what was done to each transformed method
 * @param asked the digests of the other classes that were read for it, by internal name; {@link
 *     ClassHierarchy#NOT_FOUND} for those that were not found
 */
public record Compilation(
    String className,
    Optional<byte[]> bytes,
    boolean alreadyInstrumented,
    boolean mayHaveSuspendable,
    List<Refusal> refusals,
    List<Problem> warnings,
    List<MethodPlan> plans,
    Map<String, String> asked) {}
