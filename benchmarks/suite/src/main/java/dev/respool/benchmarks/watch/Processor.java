package dev.respool.benchmarks.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whose time the processors' was, in ticks since the machine's start; on Linux only, and only for a
 * process that is pinned to one processor. See {@code proc_stat(5)} and {@code proc_pid_stat(5)}.
 *
 * @param taken of that processor, by whom it may be, the hypervisor included
 * @param own by this process and those of its children that have ended
 * @param all of that processor, idle time included
 * @param everywhere taken of all processors
 */
record Processor(long taken, long own, long all, long everywhere) {
  private static final Processor UNKNOWN = new Processor(0, 0, 0, 0);
  private static final Path SYSTEM = Path.of("/proc/stat");
  private static final Path PROCESS = Path.of("/proc/self/stat");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PINNED = "Cpus_allowed_list:";
  private static final int IDLE = 4;
  private static final int IO_WAIT = 5;
  private static final int STEAL = 8;

  /** In {@code /proc/self/stat}, behind the name in parentheses. */
  private static final int OWN_TIME = 11;

  private static final int OWN_TIMES = 4;

  /** The state now; nothing passes between two of these where the machine does not tell. */
  static Processor now() {
    try {
      return in(Files.readString(SYSTEM), Files.readString(PROCESS), Files.readString(STATUS));
    } catch (IOException notLinux) {
      return UNKNOWN;
    }
  }

  /**
   * The state that the machine's files tell, which is unknown if the process is not pinned.
   *
   * @param system the text of {@code /proc/stat}
   * @param process that of {@code /proc/self/stat}
   * @param status that of {@code /proc/self/status}
   */
  static Processor in(String system, String process, String status) {
    Optional<List<String>> one =
        line(status, PINNED)
            .map(line -> line.substring(PINNED.length()).strip())
            .filter(number -> number.matches("\\d+"))
            .flatMap(number -> columns(system, "cpu" + number));
    Optional<List<String>> all = columns(system, "cpu");
    return one.isEmpty() || all.isEmpty()
        ? UNKNOWN
        : new Processor(taken(one.get()), ownTicks(process), all(one.get()), taken(all.get()));
  }

  /** The share of the time since then that others have taken, from 0 to 1. */
  double othersSince(Processor start) {
    long passed = all - start.all;
    long others = (taken - start.taken) - (own - start.own);
    return passed == 0 ? 0 : Math.max(0, (double) others / passed);
  }

  /**
   * How busy others have kept the other processors since then: 1 is one of them all the time. A
   * guest of a hypervisor cannot tell which of its processors are one core.
   */
  double elsewhereSince(Processor start) {
    long passed = all - start.all;
    long elsewhere = (everywhere - start.everywhere) - (taken - start.taken);
    return passed == 0 ? 0 : (double) elsewhere / passed;
  }

  private static Optional<List<String>> columns(String system, String processor) {
    return line(system, processor + " ").map(line -> List.of(line.split("\\s+")));
  }

  private static long taken(List<String> columns) {
    return all(columns) - ticks(columns, IDLE) - ticks(columns, IO_WAIT);
  }

  private static long all(List<String> columns) {
    long all = 0;
    for (int i = 1; i <= STEAL; i++) {
      all += ticks(columns, i);
    }
    return all;
  }

  /** The name may hold blanks and parentheses. */
  private static long ownTicks(String process) {
    String behindName = process.substring(process.lastIndexOf(')') + 2);
    return List.of(behindName.split(" ")).subList(OWN_TIME, OWN_TIME + OWN_TIMES).stream()
        .mapToLong(Long::parseLong)
        .sum();
  }

  private static long ticks(List<String> columns, int index) {
    return Long.parseLong(columns.get(index));
  }

  private static Optional<String> line(String text, String start) {
    return text.lines().filter(line -> line.startsWith(start)).findFirst();
  }
}
