package dev.respool.benchmarks;

import java.util.Optional;

/** Asks all peers that can run here for their {@link Answers}, before they are compared. */
public final class CheckAnswers {
  private int wrong;

  private CheckAnswers() {}

  /**
   * Ends the JVM with 1 if an answer is wrong, and prints which; those that cannot run are printed
   * too.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    CheckAnswers check = new CheckAnswers();
    Peers.names().forEach(check::ask);
    System.exit(check.wrong == 0 ? 0 : 1); // some peers leave threads
  }

  private void ask(String name) {
    Optional<String> whyNot = Peers.whyNot(name);
    if (whyNot.isPresent()) {
      System.out.println(whyNot.get());
      return;
    }
    Peer peer = Peers.named(name);
    Answers.questions().stream()
        .filter(question -> Peers.has(peer, question.workload()))
        .forEach(question -> ask(question, peer));
  }

  private void ask(Answers.Question question, Peer peer) {
    try {
      question.ask(peer);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      wrong++;
      System.out.println(peer.name() + ", " + question.title() + ": " + e);
    }
  }
}
