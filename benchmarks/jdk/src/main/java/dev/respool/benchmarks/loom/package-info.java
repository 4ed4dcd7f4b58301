/**
 * The peer that is the JDK's own one-shot continuation, {@code jdk.internal.vm.Continuation}, which
 * virtual threads are made of. It is not public: it needs {@code --add-exports
 * java.base/jdk.internal.vm=ALL-UNNAMED}, and it is reached by method handles so that this compiles
 * where it does not exist.
 */
package dev.respool.benchmarks.loom;
