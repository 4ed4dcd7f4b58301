package dev.respool.it.scenarios.saved;

import dev.respool.Coroutine;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Saves coroutines at each of their suspensions in files, and goes on with what another process has
 * saved. Both say, for each snapshot, what the coroutine yields and returns after it: the one by a
 * run that was never saved, the other by the restored one.
 */
public final class SavedRuns {
  private final SnapshotPolicy policy;
  private final Path directory;

  /**
   * Into a directory.
   *
   * @param policy for all of them
   * @param directory gets a file for each suspension
   */
  public SavedRuns(SnapshotPolicy policy, Path directory) {
    this.policy = policy;
    this.directory = directory;
  }

  /** All that a coroutine yields and returns, as text. */
  public static List<String> rest(Coroutine<Object, Object> coroutine) {
    List<String> rest = new ArrayList<>();
    while (!coroutine.isDone()) {
      rest.add(String.valueOf(coroutine.resume()));
    }
    return rest;
  }

  /**
   * Saves a coroutine at each suspension; it need not be one that can be saved before the first.
   */
  public List<String> save(String name, Supplier<Coroutine<Object, Object>> start)
      throws IOException {
    List<String> plain = rest(start.get());
    Coroutine<Object, Object> coroutine = start.get();
    List<String> said = new ArrayList<>();
    for (int i = 0; i < plain.size() - 1; i++) {
      String yielded = String.valueOf(coroutine.resume());
      if (!yielded.equals(plain.get(i))) {
        throw new IllegalStateException(name + " yields " + yielded + ", not " + plain.get(i));
      }
      Files.write(file(directory, name, i), Snapshot.of(coroutine, policy).toBytes());
      said.add(line(name, i, plain.subList(i + 1, plain.size())));
    }
    return said;
  }

  /** Restores each snapshot, saves what was restored, and runs it to its end. */
  public List<String> goOn(String name, Path from) throws IOException {
    List<String> said = new ArrayList<>();
    for (int i = 0; Files.exists(file(from, name, i)); i++) {
      byte[] bytes = Files.readAllBytes(file(from, name, i));
      Coroutine<Object, Object> coroutine = Snapshot.read(bytes, policy).restore();
      Files.write(file(directory, name, i), Snapshot.of(coroutine, policy).toBytes());
      said.add(line(name, i, rest(coroutine)));
    }
    return said;
  }

  private static Path file(Path directory, String name, int suspension) {
    return directory.resolve(name + "-" + suspension);
  }

  private static String line(String name, int suspension, List<String> rest) {
    return name + " " + suspension + ": " + rest;
  }
}
