package dev.respool.corpus.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On other people's code {@code check} says what the transformer does, and nothing else. */
class CheckAgreementTest {
  private static final String VECTOR = "java/util/Vector";

  private byte[] vector;
  private Compiler compiler;
  private CheckAgreement agreement;
  private List<Refusal> refusals;

  @BeforeEach
  void compileVector() throws IOException {
    Subject subject = Subject.ofJdk(List.of("java.base"));
    vector = subject.world().find(VECTOR).orElseThrow();
    compiler = new Compiler(subject.world(), subject.everyMethod());
    agreement = new CheckAgreement(subject.world(), compiler);
    refusals = compiler.compile(vector).refusals();
  }

  @Test
  void what_both_say_is_no_fault() {
    assertTrue(refusals.size() > 10, refusals::toString);
    assertEquals(List.of(), agreement.faults(vector, refusals));
  }

  @Test
  void a_problem_that_was_not_refused_is_a_false_alarm() {
    List<Refusal> others = refusals.subList(1, refusals.size());
    assertEquals(
        "[respool:check: false alarm: " + refusals.get(0).message() + "]",
        agreement.faults(vector, others).toString());
  }

  @Test
  void a_refusal_that_check_does_not_find_is_a_fault() {
    List<Refusal> more = new ArrayList<>(refusals);
    more.add(refusals.get(0));
    assertEquals(
        "[respool:check: does not find: " + refusals.get(0).message() + "]",
        agreement.faults(vector, more).toString());
  }
}
