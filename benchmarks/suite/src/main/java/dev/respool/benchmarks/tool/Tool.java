package dev.respool.benchmarks.tool;

import dev.respool.benchmarks.fork.Extent;
import dev.respool.benchmarks.fork.Figures;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Measures what instrumenting costs. */
public final class Tool {
  private static final int FIRST_QUESTION = 2;

  private Tool() {}

  /**
   * Asks the questions.
   *
   * @param arguments the file to write, then {@code quick}, {@code full} or {@code tiny}, then, if
   *     not all of them, the questions: {@code speed}, {@code code}, {@code start}, {@code first}
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    List<String> asked =
        List.of(arguments).subList(Math.min(FIRST_QUESTION, arguments.length), arguments.length);
    Figures figures = new Figures(arguments);
    Extent extent = Extent.of(arguments);
    questions()
        .forEach(
            (name, question) -> {
              if (asked.isEmpty() || asked.contains(name)) {
                question.accept(extent, figures);
              }
            });
    figures.end();
  }

  private static Map<String, BiConsumer<Extent, Figures>> questions() {
    Map<String, BiConsumer<Extent, Figures>> questions = new LinkedHashMap<>();
    questions.put("speed", CompilerSpeed::measure);
    questions.put("code", CodeGrowth::measure);
    questions.put("start", AgentStart::measure);
    questions.put("first", FirstSuspension::measure);
    return questions;
  }
}
