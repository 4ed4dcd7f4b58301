package dev.respool.it.scenarios.saved;

import dev.respool.Coroutine;
import dev.respool.snapshot.SnapshotPolicy;
import java.nio.file.Path;

/**
 * Saves all programs in a directory, or goes on with those of a directory and saves them in another
 * one. Prints what comes after each snapshot.
 */
public final class SavedProgramsMain {
  private SavedProgramsMain() {}

  /**
   * Runs it.
   *
   * @param arguments the directory that is written to; then the one that is read, if there is one
   */
  public static void main(String[] arguments) throws Exception {
    String programs = SavedProgram.class.getPackageName() + ".*";
    SavedRuns runs = new SavedRuns(SnapshotPolicy.allowing(programs), Path.of(arguments[0]));
    for (SavedProgram program : SavedProgram.values()) {
      var said =
          arguments.length == 1
              ? runs.save(program.name(), () -> Coroutine.create(program))
              : runs.goOn(program.name(), Path.of(arguments[1]));
      said.forEach(System.out::println);
    }
  }
}
