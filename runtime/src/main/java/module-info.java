/**
 * The runtime of Respool: coroutines, generators and an event loop for programs, and what
 * instrumented code calls.
 *
 * <p>Programs use {@code dev.respool} and {@code dev.respool.loop}. {@code dev.respool.abi} is
 * exported because instrumented classes of every module call it; nobody writes such calls by hand.
 */
module dev.respool.runtime {
  exports dev.respool;
  exports dev.respool.loop;
  exports dev.respool.abi;
}
