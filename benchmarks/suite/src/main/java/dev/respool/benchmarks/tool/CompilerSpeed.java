package dev.respool.benchmarks.tool;

import dev.respool.benchmarks.fork.Extent;
import dev.respool.benchmarks.fork.Figure;
import dev.respool.benchmarks.fork.Figures;
import dev.respool.benchmarks.fork.Fork;
import dev.respool.benchmarks.fork.Told;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.UnreadableClassException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How fast the compiler is on one thread where all methods are suspendable: the first classes in a
 * new JVM, and all classes after warming up. The class files are in memory.
 */
public final class CompilerSpeed {
  private static final int COLD_CLASSES = 500;
  private static final int WARM_UPS = 2;

  private CompilerSpeed() {}

  static void measure(Extent extent, Figures figures) {
    for (String corpus : Corpus.NAMES) {
      for (String state : List.of("cold", "warm")) {
        figures.ask(
            "speed, " + corpus + ", " + state, () -> measure(corpus, state, extent, figures));
      }
    }
  }

  private static void measure(String corpus, String state, Extent extent, Figures figures) {
    Fork fork =
        Fork.bare(CompilerSpeed.class, corpus, state, extent.repetitions(), extent)
            .with("-Xms1g", "-Xmx1g");
    int forks = state.equals("cold") ? extent.repetitions() : 1;
    List<Double> megabytes = new ArrayList<>();
    List<Double> classes = new ArrayList<>();
    for (int i = 0; i < forks; i++) {
      Told told = fork.run();
      megabytes.addAll(told.all("megabytes"));
      classes.addAll(told.all("classes"));
    }
    Map<String, String> parameters = Map.of("corpus", corpus, "state", state);
    figures.add(new Figure("tool.Speed", parameters, "MB/s", megabytes, fork.options()));
    figures.add(new Figure("tool.Speed.classes", parameters, "1/s", classes, fork.options()));
  }

  /**
   * Tells {@code megabytes} and {@code classes}, both per second.
   *
   * @param arguments the corpus, {@code cold} or {@code warm}, how often to measure, the extent
   * @throws IOException if the corpus cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    boolean cold = arguments[1].equals("cold");
    Corpus all = Corpus.named(arguments[0]);
    int classes = Extent.valueOf(arguments[3]).of(cold ? COLD_CLASSES : all.classes().size());
    Corpus corpus = new Corpus(all.classes().subList(0, Math.min(classes, all.classes().size())));
    int warmUps = cold ? 0 : WARM_UPS;
    int times = warmUps + (cold ? 1 : Integer.parseInt(arguments[2]));
    Compiler compiler = all.compiler();
    for (int i = 0; i < times; i++) {
      double seconds = seconds(compiler, corpus);
      if (i >= warmUps) {
        Told.tell("megabytes", corpus.megabytes() / seconds);
        Told.tell("classes", corpus.classes().size() / seconds);
      }
    }
  }

  private static double seconds(Compiler compiler, Corpus corpus) {
    long start = System.nanoTime();
    for (byte[] bytes : corpus.classes()) {
      try {
        compiler.compile(bytes);
      } catch (UnreadableClassException e) {
        System.out.println(e); // counted in CodeGrowth
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
