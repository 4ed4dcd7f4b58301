package dev.respool.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.respool.benchmarks.plain.PlainPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * All peers that can run here give the right answers. One that cannot, or has no means for a
 * workload, is reported as aborted, with the reason.
 */
class AnswersTest {
  private static final int NODES = 1_023;

  private static final List<String> ON_EVERY_JDK =
      List.of(
          "respool",
          "respool-awake",
          "respool-escaping",
          "respool-generator",
          "respool-loop",
          "kotlin",
          "kotlin-plain",
          "kotlin-sequence",
          "kotlinx",
          "javaflow",
          "offbynull",
          "kilim");

  @TestFactory
  Stream<DynamicNode> every_peer_gives_the_right_answers() {
    return Peers.names().stream().map(AnswersTest::questions);
  }

  private static DynamicNode questions(String name) {
    Optional<String> whyNot = Peers.whyNot(name);
    if (whyNot.isPresent()) {
      System.out.println(whyNot.get());
      return dynamicTest(name, () -> Assumptions.abort(whyNot.get()));
    }
    Peer peer = Peers.named(name);
    return dynamicContainer(
        name,
        Stream.concat(
            Stream.of(dynamicTest("name", () -> assertEquals(name, peer.name()))),
            Answers.questions().stream()
                .map(question -> dynamicTest(question.title(), ask(question, peer)))));
  }

  private static Executable ask(Answers.Question question, Peer peer) {
    return () -> {
      Assumptions.assumeTrue(
          Peers.has(peer, question.workload()), peer.name() + " has no " + question.workload());
      question.ask(peer);
    };
  }

  @TestFactory
  Stream<DynamicNode> ordinary_programs_without_marks_give_the_same_answers() {
    Peer plain = new PlainPeer();
    return Answers.questions().stream()
        .filter(question -> Peers.has(plain, question.workload()))
        .map(question -> dynamicTest(question.title(), () -> question.ask(plain)));
  }

  /** What must run where, so that a mistake in the build does not look like a JDK that lacks it. */
  @Test
  void the_peers_that_this_jvm_has_can_run() {
    List<String> needed = new ArrayList<>(ON_EVERY_JDK);
    needed.addAll(
        switch (Runtime.version().feature()) {
          case 17 -> List.of("quasar");
          case 25 -> List.of("loom", "threads");
          default -> List.of();
        });
    needed.forEach(name -> assertEquals(Optional.empty(), Peers.whyNot(name)));
  }

  @Test
  void a_tree_is_balanced_and_in_order() {
    Tree tree = Tree.balanced(NODES);
    assertEquals(10, height(tree));
    assertEquals(NODES / 2, tree.value);
  }

  private static int height(Tree tree) {
    return tree == null ? 0 : 1 + Math.max(height(tree.left), height(tree.right));
  }
}
