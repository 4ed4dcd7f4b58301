package dev.respool.it.language;

import dev.respool.compiler.plan.Refusal;
import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.FourWay;
import dev.respool.it.targets.refused.BeforeSuper;
import dev.respool.it.targets.refused.BeforeThis;
import dev.respool.it.targets.refused.BehindLeaf;
import dev.respool.it.targets.refused.BehindNotOverridden;
import dev.respool.it.targets.refused.BehindSameHash;
import dev.respool.it.targets.refused.CalledByInitialiser;
import dev.respool.it.targets.refused.InEnumConstructor;
import dev.respool.it.targets.refused.InStaticInitialiser;
import dev.respool.it.targets.refused.InSynchronizedBlock;
import dev.respool.it.targets.refused.InSynchronizedMethod;
import dev.respool.it.targets.refused.InaccessibleArgument;
import dev.respool.it.targets.refused.NewWithTry;
import dev.respool.it.targets.refused.SerializableReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What this version cannot do is refused with its reason, works unsuspended, and is never lost
 * silently.
 */
class RefusedTargetsTest {

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(BeforeSuper.class.getName(), Refusal.Reason.BEFORE_SUPER),
        Arguments.of(BeforeThis.class.getName(), Refusal.Reason.BEFORE_SUPER),
        Arguments.of(BehindLeaf.class.getName(), Refusal.Reason.MONITOR_HELD),
        Arguments.of(BehindNotOverridden.class.getName(), Refusal.Reason.SYNCHRONIZED_METHOD),
        Arguments.of(BehindSameHash.class.getName(), Refusal.Reason.MONITOR_HELD),
        Arguments.of(CalledByInitialiser.class.getName(), Refusal.Reason.STATIC_INITIALISER),
        Arguments.of(InaccessibleArgument.class.getName(), Refusal.Reason.INACCESSIBLE_TYPE),
        Arguments.of(InEnumConstructor.class.getName(), Refusal.Reason.STATIC_INITIALISER),
        Arguments.of(InStaticInitialiser.class.getName(), Refusal.Reason.STATIC_INITIALISER),
        Arguments.of(InSynchronizedMethod.class.getName(), Refusal.Reason.SYNCHRONIZED_METHOD),
        Arguments.of(InSynchronizedBlock.class.getName(), Refusal.Reason.MONITOR_HELD),
        Arguments.of(NewWithTry.class.getName(), Refusal.Reason.UNINITIALIZED_OBJECT));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void a_refused_target_does_what_plain_java_does_while_nobody_suspends(
      String target, Refusal.Reason reason) throws Exception {
    new FourWay(target, new ClassFiles()).runsTransformed();
  }

  @Test
  void a_yield_through_a_serializable_reference_whose_result_is_converted_is_refused()
      throws Exception {
    FourWay run = new FourWay(SerializableReference.class.getName(), new ClassFiles());
    run.runsTransformed();
    run.refusesToSuspendAcross(SerializableReference.class.getName());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void a_suspension_in_a_refused_target_is_an_error_that_names_the_frame(
      String target, Refusal.Reason reason) throws Exception {
    FourWay run = new FourWay(target, new ClassFiles());
    run.refusesToSuspend();
    run.wasRefused(reason);
  }
}
