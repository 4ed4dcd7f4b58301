package dev.respool.maven;

import dev.respool.agent.command.SnapshotCheck;
import dev.respool.agent.command.SnapshotCheck.Counts;
import dev.respool.agent.command.SnapshotCheck.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** What a build says of stored snapshots, and whether it fails because of them. */
final class StoredSnapshots {
  private static final String OLD_CODE =
      "; if the program gives old class files by SnapshotPolicy.withCode, say"
          + " -Drespool.failOnPin=false";

  private final Log log;
  private final boolean failOnPin;

  StoredSnapshots(Log log, boolean failOnPin) {
    this.log = log;
    this.failOnPin = failOnPin;
  }

  void check(SnapshotCheck check, Path directory) throws IOException, MojoFailureException {
    Counts counts = check.run(directory, this::tell);
    log.info(counts.toString());
    if (counts.failures() > 0 || failOnPin && counts.pins() > 0) {
      throw new MojoFailureException(message(counts));
    }
  }

  private void tell(Outcome outcome, String text) {
    switch (outcome) {
      case CONTINUES -> log.info(text);
      case NEEDS_PIN -> tellOfPin(text);
      case FAILS -> log.error(text);
    }
  }

  private void tellOfPin(String text) {
    if (failOnPin) {
      log.error(text);
    } else {
      log.warn(text);
    }
  }

  private String message(Counts counts) {
    String remedy = "see above for the reasons; undo the change, or let their coroutines end first";
    return "not all stored snapshots can go on in these classes (need a pin: "
        + counts.pins()
        + ", fail: "
        + counts.failures()
        + "): "
        + remedy
        + (counts.pins() > 0 && failOnPin ? OLD_CODE : "");
  }
}
