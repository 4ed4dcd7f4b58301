package dev.respool.benchmarks.report;

import java.util.List;

/**
 * How something was measured.
 *
 * @param vm name and version of the virtual machine
 * @param jdkVersion for example 25.0.3
 * @param jvmArguments as they were passed to the measured JVM, with the names of files shortened
 * @param forks how many JVMs, empty if the file does not say; so for the others
 * @param warmUp iterations and their time
 * @param measured iterations and their time
 * @param of what revision of Respool, and when
 */
record Setting(
    String vm,
    String jdkVersion,
    List<String> jvmArguments,
    String forks,
    String warmUp,
    String measured,
    String of) {}
