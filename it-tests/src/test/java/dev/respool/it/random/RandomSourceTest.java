package dev.respool.it.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.it.harness.FourWay;
import dev.respool.it.harness.SourceTargets;
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

/** Programs in Java, {@code -Drandom.programs} of them, run four ways and saved. */
class RandomSourceTest {
  private static final String TARGET = "RandomSource";
  private static final int LEVEL = 17;
  private static final Set<Enum<?>> MADE = new HashSet<>();
  private static long hits;
  private static long saved;

  @Provide
  Arbitrary<List<Integer>> decisions() {
    return Choices.decisions(600);
  }

  @Property(seed = "17", shrinking = ShrinkingMode.BOUNDED)
  void a_program_does_what_it_does_as_plain_java(@ForAll("decisions") List<Integer> decisions)
      throws Exception {
    Choices choices = new Choices(decisions);
    String text = RandomSource.text(choices);
    MADE.addAll(choices.made());
    try {
      runs(text);
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + text, e);
    }
  }

  private static void runs(String text) throws Exception {
    FourWay run =
        new FourWay(
            SourceTargets.className(TARGET), SourceTargets.compiledText(TARGET, text, LEVEL));
    run.runsTransformed();
    run.wasNotRefused();
    run.survivesEverySuspension();
    saved += run.survivesSavingMadeSerializable();
    run.survivesSeededSuspensions();
    hits += run.trace().size();
  }

  @AfterContainer
  static void every_construct_was_made() {
    Set<Enum<?>> expected = new HashSet<>(EnumSet.allOf(RandomStatements.Statement.class));
    expected.addAll(EnumSet.allOf(RandomExpressions.Expression.class));
    assertEquals(expected, MADE);
    assertTrue(hits > 1000, "hardly a probe was hit: " + hits);
    assertTrue(saved > hits / 2, () -> "hardly a suspension was saved: " + saved + " of " + hits);
  }
}
