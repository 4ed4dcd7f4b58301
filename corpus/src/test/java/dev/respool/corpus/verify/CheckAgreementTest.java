package dev.respool.corpus.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.Problem;
import dev.respool.compiler.plan.Refusal;
import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On other people's code {@code check} says what the transformer does, and nothing else. */
class CheckAgreementTest {
  private static final int CLASSES = 300;
  private static final long SEED = 5;

  private static Subject subject;

  @BeforeAll
  static void read() throws IOException {
    subject = Subject.sampleOfJdk(CLASSES, SEED);
  }

  @Test
  void where_nothing_suspends_there_is_no_problem() {
    Compiler compiler = new Compiler(subject.world(), Patterns.none());
    for (SubjectClass type : subject.classes()) {
      assertEquals(List.of(), compiler.check(type.bytes()), type.place());
    }
  }

  @Test
  void where_everything_suspends_the_problems_are_what_the_transformer_refuses() {
    Compiler compiler = new Compiler(subject.world(), subject.everyMethod());
    List<String> refusals = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (SubjectClass type : subject.classes()) {
      compiler.compile(type.bytes()).refusals().stream()
          .map(Refusal::message)
          .forEach(refusals::add);
      compiler.check(type.bytes()).stream().map(Problem::message).forEach(problems::add);
    }
    assertEquals(refusals, problems);
    assertTrue(refusals.size() > CLASSES / 10, refusals::toString);
  }
}
