/**
 * The runtime of Respool: coroutines, generators and an event loop for programs, and what
 * instrumented code calls.
 *
 * <p>Your program uses {@code dev.respool} and {@code dev.respool.loop}. The package {@code
 * dev.respool.abi} is exported because instrumented classes of every module call it. Do not call it
 * yourself.
 */
module dev.respool.runtime {
  exports dev.respool;
  exports dev.respool.loop;
  exports dev.respool.abi;
}
