package dev.respool.it.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.FourWay;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Programs in bytecode, {@code -Drandom.programs} of them, run four ways and saved. */
class RandomBytecodeTest {
  private static final String TARGET = "dev.respool.it.targets.RandomBytecode";
  private static final Set<Enum<?>> MADE = new HashSet<>();
  private static long saved;

  @Provide
  Arbitrary<List<Integer>> decisions() {
    return Choices.decisions(150);
  }

  @Property(seed = "17", shrinking = ShrinkingMode.BOUNDED)
  void a_program_does_what_it_does_as_plain_java(@ForAll("decisions") List<Integer> decisions)
      throws ReflectiveOperationException {
    Choices choices = new Choices(decisions);
    byte[] classFile = RandomBytecode.classFile(TARGET.replace('.', '/'), choices);
    MADE.addAll(choices.made());
    FourWay run = new FourWay(TARGET, new ClassFiles().add(TARGET.replace('.', '/'), classFile));
    run.runsTransformed();
    run.wasNotRefused();
    run.survivesEverySuspension();
    saved += run.survivesSavingMadeSerializable();
    run.survivesSeededSuspensions();
  }

  @AfterContainer
  static void every_construct_was_made() {
    assertEquals(EnumSet.allOf(RandomBytecode.Construct.class), MADE);
    assertTrue(saved > 100, "hardly a suspension was saved: " + saved);
  }
}
