package dev.respool.corpus.mutate;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.UnreadableClassException;
import dev.respool.corpus.report.Figures;
import dev.respool.corpus.verify.Subject;
import dev.respool.corpus.verify.SubjectClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Compiles damaged classes of a subject, each within a bounded time. */
public final class Mutants {
  private static final long SECONDS_FOR_ONE = 20;

  private final Subject subject;
  private final long seed;
  private final Compiler compiler;
  private final List<String> failures = new ArrayList<>();
  private ExecutorService executor = executor();
  private int compiled;
  private int refused;
  private long longest;

  /**
   * Nothing damaged yet.
   *
   * @param subject the classes
   * @param seed of the damages
   */
  public Mutants(Subject subject, long seed) {
    this.subject = subject;
    this.seed = seed;
    this.compiler = new Compiler(subject.world(), subject.everyMethod());
  }

  /**
   * Damages and compiles; the number of a mutant and the seed say what the mutant is.
   *
   * @param count how many times
   * @return what was found
   * @throws InterruptedException if the calling thread is interrupted
   */
  public Figures compile(int count) throws InterruptedException {
    List<SubjectClass> originals = subject.classes();
    for (int i = 0; i < count; i++) {
      Random random = new Random(seed + i);
      SubjectClass original = originals.get(random.nextInt(originals.size()));
      byte[] mutant = new Damage(random).of(original.bytes());
      compile(mutant, "mutant " + i + " of the seed " + seed + ", made of " + original.place());
    }
    executor.shutdown();
    return Figures.ofThisJvm()
        .with("subject", subject.name())
        .with("mutants", count)
        .with("compiled", compiled)
        .with("refused", refused)
        .with("longest-nanoseconds", longest)
        .with("failures", failures.size());
  }

  /**
   * What the compiler did but compile and refuse.
   *
   * @return one line for each mutant
   */
  public List<String> failures() {
    return failures;
  }

  private void compile(byte[] mutant, String name) throws InterruptedException {
    long start = System.nanoTime();
    Future<?> compilation = executor.submit(() -> compiler.compile(mutant));
    try {
      compilation.get(SECONDS_FOR_ONE, TimeUnit.SECONDS);
      compiled++;
    } catch (ExecutionException e) {
      thrown(e.getCause(), name);
    } catch (TimeoutException e) {
      failures.add(name + ": not compiled within " + SECONDS_FOR_ONE + " s");
      executor = executor(); // the thread of the other one does not come back
    }
    longest = Math.max(longest, System.nanoTime() - start);
  }

  private void thrown(Throwable thrown, String name) {
    if (thrown instanceof UnreadableClassException) {
      refused++;
    } else {
      failures.add(name + ": " + thrown);
    }
  }

  private static ExecutorService executor() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "mutants");
          thread.setDaemon(true);
          return thread;
        });
  }
}
