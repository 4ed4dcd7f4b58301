package dev.respool.benchmarks.tool;

import dev.respool.benchmarks.fork.Extent;
import dev.respool.benchmarks.fork.Figure;
import dev.respool.benchmarks.fork.Figures;
import dev.respool.benchmarks.fork.Fork;
import dev.respool.benchmarks.fork.Told;
import dev.respool.compiler.Compilation;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.MethodSizes;
import dev.respool.compiler.UnreadableClassException;
import dev.respool.compiler.plan.Refusal;
import dev.respool.corpus.report.ClassGrowth;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much code the compiler adds where all methods are suspendable, to the methods that it
 * transforms; which methods it makes so large that HotSpot only interprets them; what it refuses.
 */
public final class CodeGrowth {
  private static final List<String> PER_METHOD =
      List.of(
          "original",
          "fast-path",
          "door",
          "resume-method",
          "frame-factory",
          "spill-methods",
          "adapter");

  private CodeGrowth() {}

  static void measure(Extent extent, Figures figures) {
    for (String corpus : Corpus.NAMES) {
      figures.ask("code of " + corpus, () -> measure(corpus, extent, figures));
    }
  }

  private static void measure(String corpus, Extent extent, Figures figures) {
    Told told = Fork.bare(CodeGrowth.class, corpus, extent).run();
    double methods = told.one("methods");
    double points = told.one("points");
    for (String part : PER_METHOD) {
      double bytes = told.values().containsKey(part) ? told.one(part) : 0;
      figures.add(figure("Code." + part, corpus, "B/method", bytes / methods));
    }
    double fastPathGrowth = told.one("fast-path") - told.one("original");
    figures.add(figure("Code.fast-path.added", corpus, "B/point", fastPathGrowth / points));
    double resumeMethods = told.one("resume-method");
    figures.add(figure("Code.resume-method.added", corpus, "B/point", resumeMethods / points));
    double classGrowth = told.one("class-files.after") / told.one("class-files.before");
    figures.add(figure("Code.class-file", corpus, "times", classGrowth));
    told.values().keySet().stream()
        .filter(name -> !PER_METHOD.contains(name) && !name.startsWith("class-files."))
        .forEach(name -> figures.add(figure("Count." + name, corpus, "", told.one(name))));
  }

  private static Figure figure(String name, String corpus, String unit, double value) {
    return new Figure("tool." + name, Map.of("corpus", corpus), unit, List.of(value), List.of());
  }

  /**
   * Tells sums over all transformed methods of a corpus.
   *
   * @param arguments the corpus, the extent
   * @throws IOException if it cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Corpus corpus = Corpus.named(arguments[0]);
    Compiler compiler = corpus.compiler();
    Map<String, Long> sums = new TreeMap<>();
    int classes = Extent.valueOf(arguments[1]).of(corpus.classes().size());
    for (byte[] original : corpus.classes().subList(0, classes)) {
      try {
        add(sums, original, compiler.compile(original));
      } catch (UnreadableClassException e) {
        sums.merge("unreadable-classes", 1L, Long::sum);
        System.out.println(e + ": " + e.getCause());
      }
    }
    sums.merge("classes", (long) classes, Long::sum);
    sums.forEach(Told::tell);
  }

  private static void add(Map<String, Long> sums, byte[] original, Compilation compilation) {
    for (Refusal refusal : compilation.refusals()) {
      String reason = refusal.reason().name().toLowerCase(Locale.ROOT);
      sums.merge("refused." + reason, 1L, Long::sum);
    }
    long methods = MethodSizes.of(original).bytes().size();
    sums.merge("methods-in-all", methods, Long::sum);
    sums.merge("class-files.before", (long) original.length, Long::sum);
    int after = compilation.bytes().orElse(original).length;
    sums.merge("class-files.after", (long) after, Long::sum);
    compilation
        .bytes()
        .ifPresent(
            bytes -> {
              sums.merge("transformed-classes", 1L, Long::sum);
              new ClassGrowth(sums, original, bytes).add(compilation.plans());
            });
  }
}
