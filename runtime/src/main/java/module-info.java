/**
 * The runtime of Respool: coroutines, generators and an event loop for programs, and what
 * instrumented code calls.
 *
 * <p>Your program uses {@code dev.respool}, {@code dev.respool.loop}, {@code dev.respool.snapshot}
 * and {@code dev.respool.inspect}. The package {@code dev.respool.abi} is exported because
 * instrumented classes of every module call it. Do not call it yourself.
 */
module dev.respool.runtime {
  requires static jdk.jfr; // without it nothing is recorded

  exports dev.respool;
  exports dev.respool.inspect;
  exports dev.respool.loop;
  exports dev.respool.snapshot;
  exports dev.respool.abi;

  uses dev.respool.inspect.InspectionTool;
}
