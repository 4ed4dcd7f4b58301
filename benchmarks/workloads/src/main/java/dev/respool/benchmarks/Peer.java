package dev.respool.benchmarks;

import java.util.function.IntSupplier;

/**
 * One way to have coroutines: the same workloads, written as its users would write them. All peers
 * give the same answers, which a test compares.
 *
 * <p>A peer has a public constructor without parameters. Where this JVM cannot run the peer, the
 * constructor throws an exception whose message says why. A workload that a peer has no means for
 * keeps the method of this interface, which throws.
 *
 * <p>A <em>depth</em> counts the suspended activations of the peer's user, the body among them: at
 * depth 1 the body itself yields; at depth 3 the body calls a method that calls the method that
 * yields.
 */
public interface Peer {
  /**
   * The peer's name in the tables.
   *
   * @return the name by which {@link Peers} lists it
   */
  String name();

  /**
   * W1 and W2: an endless generator of 0, 1, 2, …, wrapping around. At depth 1 the body yields in
   * an endless loop. Else it calls a method, {@code generate(g, depth - 1)}, which above depth 1
   * calls itself with one less and has a local that is still used after that call, and at depth 1
   * yields in an endless loop.
   *
   * @param depth how many activations are suspended, at least 1
   * @return the generator, started by the first {@link IntSource#next}
   */
  default IntSource generator(int depth) {
    throw Absent.in(this, "generator");
  }

  /**
   * W3: an in-order walk by recursion that yields each node's value, drained by its consumer. The
   * method is called for absent subtrees too: {@code if (t != null) { walk(t.left); yield(t.value);
   * walk(t.right); }}.
   *
   * @param root the tree
   * @return h after h = 31 * h + value for every value in the order in which they came, from h = 0
   */
  default int walk(Tree root) {
    throw Absent.in(this, "walk");
  }

  /**
   * W4: Fibonacci numbers by recursion, in a started coroutine; the method is suspendable and has a
   * path that yields, for a negative {@code n}, but nothing suspends.
   *
   * @param n the index; fib(0) = 0, fib(1) = 1
   * @return the number
   */
  default int fib(int n) {
    throw Absent.in(this, "fib");
  }

  /**
   * W4: a loop, in a started coroutine, over a small suspendable method {@code i -> i ^ 0x55},
   * which would yield for a negative {@code i}; nothing suspends.
   *
   * @param n how many calls, with i from 0 to n - 1
   * @return the sum of what the calls return, wrapping around
   */
  default int loop(int n) {
    throw Absent.in(this, "loop");
  }

  /**
   * W4: an ordinary program, each run of which is a started coroutine; all of its methods are
   * suspendable, and nothing suspends.
   *
   * @param program which
   * @return runs it and returns its answer, again and again
   */
  default IntSupplier ordinary(Ordinary program) {
    throw Absent.in(this, "ordinary");
  }

  /**
   * W5: creates a coroutine, starts it, and it returns without a yield.
   *
   * @param x what the body gets
   * @return {@code x + 1}, from the body
   */
  default int createAndFinish(int x) {
    throw Absent.in(this, "createAndFinish");
  }

  /**
   * W5: creates a coroutine, starts it, takes the one value {@code x} that it yields, resumes it,
   * and it returns {@code x + 1}.
   *
   * @param x what the body gets
   * @return the sum of the two
   */
  default int createAndYield(int x) {
    throw Absent.in(this, "createAndYield");
  }

  /**
   * W6: a coroutine that is suspended. Each activation has an int of its own that is used after the
   * call or yield at which it stands; the body has a captured value.
   *
   * @param depth how many activations are suspended, at least 1
   * @return what keeps the coroutine reachable, and nothing more
   */
  default Object park(int depth) {
    throw Absent.in(this, "park");
  }

  /**
   * W10: writes a suspended coroutine.
   *
   * @param parked what {@link #park} returned; it stays suspended
   * @return all that another process needs to continue it
   */
  default byte[] save(Object parked) {
    throw Absent.in(this, "save");
  }

  /**
   * W10: reads a suspended coroutine.
   *
   * @param saved by {@link #save}
   * @return another coroutine at the same place
   */
  default Object restore(byte[] saved) {
    throw Absent.in(this, "restore");
  }

  /**
   * W10: continues a suspended coroutine to its end.
   *
   * @param parked what {@link #park} or {@link #restore} returned
   * @return the sum of 1 to its depth, each activation having added its own depth
   */
  default int finish(Object parked) {
    throw Absent.in(this, "finish");
  }

  /**
   * W7: the skynet benchmark on one thread. A node is a coroutine; it makes a rendezvous channel
   * and ten children, receives ten sums and sends their sum to its parent; a leaf sends its number.
   * Runnable coroutines stand in one first-in-first-out queue. A send to a waiting receiver does
   * not suspend; a receive from a waiting sender does not suspend.
   *
   * @param leaves how many, a power of ten
   * @return the sum of 0 to {@code leaves - 1}
   */
  default long skynet(int leaves) {
    throw Absent.in(this, "skynet");
  }

  /**
   * W8: two coroutines pass an int to and fro through two rendezvous channels on one run queue. One
   * sends 0; the other sends back what it receives plus 1; the first sends that plus 1, and so on.
   *
   * @param messages how many sends in all, an even number
   * @return the last int received, {@code messages - 1}
   */
  default int pingPong(int messages) {
    throw Absent.in(this, "pingPong");
  }

  /**
   * Runs many, about 64, different kinds of suspended methods through the machinery that resumes
   * them, long enough for the JIT compilers to have profiled them all. Afterwards W1 is "polluted".
   */
  default void pollute() {
    throw Absent.in(this, "pollute");
  }
}
