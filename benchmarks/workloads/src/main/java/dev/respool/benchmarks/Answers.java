package dev.respool.benchmarks;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is asked of the peers, and the right answers. Peers that answer differently do different
 * things, and their times cannot be compared.
 */
public final class Answers {
  private static final int COUNTED = 1_000;
  private static final int NODES = 1_023;
  private static final int CALLS = 1_000;
  private static final int LEAVES = 1_000;
  private static final int MESSAGES = 1_000;

  private static final List<Question> QUESTIONS =
      Stream.of(first(), ordinary(), last()).flatMap(List::stream).toList();

  private Answers() {}

  /**
   * A question that every peer with the workload answers alike.
   *
   * @param workload the name of a method of {@link Peer}
   * @param title what is asked, for people
   * @param right the right answer
   * @param asked asks a peer
   */
  public record Question(
      String workload, String title, Object right, Function<Peer, Object> asked) {
    /**
     * Asks a peer that has the workload.
     *
     * @param peer the peer
     * @throws IllegalStateException if its answer is not the right one
     */
    public void ask(Peer peer) {
      Object answer = asked.apply(peer);
      if (!Objects.equals(answer, right)) {
        throw new IllegalStateException(
            peer.name() + ", " + title + ": the answer is " + answer + ", not " + right);
      }
    }
  }

  /**
   * All questions. The one that pollutes is the last.
   *
   * @return the questions in the order of the workloads
   */
  public static List<Question> questions() {
    return QUESTIONS;
  }

  private static List<Question> first() {
    return List.of(
        new Question("generator", "generator(1)", range(COUNTED), peer -> counted(peer, 1)),
        new Question("generator", "generator(10)", range(COUNTED), peer -> counted(peer, 10)),
        new Question("generator", "generator(100)", range(COUNTED), peer -> counted(peer, 100)),
        new Question("walk", "walk", hash(range(NODES)), peer -> peer.walk(tree())),
        new Question("fib", "fib(15)", 610, peer -> peer.fib(15)),
        new Question("loop", "loop(1000)", sumOfLoop(), peer -> peer.loop(CALLS)));
  }

  private static List<Question> ordinary() {
    return Stream.of(Ordinary.values()).map(Answers::ordinary).toList();
  }

  /** Asked twice, as a program can be run again. */
  private static Question ordinary(Ordinary program) {
    return new Question(
        "ordinary",
        program.title(),
        List.of(program.answer(), program.answer()),
        peer -> {
          IntSupplier run = peer.ordinary(program);
          return List.of(run.getAsInt(), run.getAsInt());
        });
  }

  private static List<Question> last() {
    return List.of(
        new Question("createAndFinish", "none", 43, peer -> peer.createAndFinish(42)),
        new Question("createAndYield", "one", 85, peer -> peer.createAndYield(42)),
        new Question("park", "park(1)", true, peer -> peer.park(1) != peer.park(1)),
        new Question("park", "park(10)", true, peer -> peer.park(10) != peer.park(10)),
        new Question("save", "save(10)", 55, peer -> finishedElsewhere(peer, 10)),
        new Question("save", "save(1000)", 500_500, peer -> finishedElsewhere(peer, 1_000)),
        new Question("skynet", "skynet", 499_500L, peer -> peer.skynet(LEAVES)),
        new Question("pingPong", "pingPong", MESSAGES - 1, peer -> peer.pingPong(MESSAGES)),
        new Question("pollute", "polluted", true, Answers::countsWhenPolluted));
  }

  private static List<Integer> range(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  private static int hash(List<Integer> values) {
    return values.stream().reduce(0, (hash, value) -> 31 * hash + value);
  }

  private static Tree tree() {
    return Tree.balanced(NODES);
  }

  private static int sumOfLoop() {
    return IntStream.range(0, CALLS).map(i -> i ^ 0x55).sum();
  }

  private static List<Integer> counted(Peer peer, int depth) {
    try (IntSource source = peer.generator(depth)) {
      return IntStream.range(0, COUNTED).mapToObj(i -> source.next()).toList();
    }
  }

  private static int finishedElsewhere(Peer peer, int depth) {
    return peer.finish(peer.restore(peer.save(peer.park(depth))));
  }

  private static boolean countsWhenPolluted(Peer peer) {
    peer.pollute();
    return !Peers.has(peer, "generator") || counted(peer, 10).equals(range(COUNTED));
  }
}
