package dev.respool.benchmarks.watch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** JMH's main program, with a watch: forks that were disturbed are measured again. */
public final class Measure {
  private final String benchmarks;
  private final Options options;
  private final Repeats<BenchmarkResult> repeats = new Repeats<>(Watch::disturbance);

  /**
   * @param benchmarks an expression for their names
   * @param options without that expression
   */
  private Measure(String benchmarks, Options options) {
    this.benchmarks = benchmarks;
    this.options = options;
  }

  /**
   * Measures and writes the results.
   *
   * @param arguments the file for the results (JSON), the file to which a line is added if forks
   *     were disturbed, how that line begins, an expression for the names of the benchmarks, and
   *     then JMH's own options
   * @throws IOException if a file cannot be written
   * @throws RunnerException if JMH cannot run
   * @throws CommandLineOptionException if JMH does not understand its options
   */
  public static void main(String[] arguments)
      throws IOException, RunnerException, CommandLineOptionException {
    Path file = Path.of(arguments[0]);
    String[] options = Arrays.copyOfRange(arguments, 4, arguments.length);
    Measure measure = new Measure(arguments[3], new CommandLineOptions(options));
    write(measure.run(), file);
    measure.note(Path.of(arguments[1]), arguments[2]);
  }

  private static void write(Collection<RunResult> results, Path file) throws IOException {
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    }
  }

  private List<RunResult> run() throws RunnerException {
    List<RunResult> results = new ArrayList<>();
    for (RunResult first : new Runner(watched(benchmarks).build()).run()) {
      BenchmarkParams parameters = first.getParams();
      List<BenchmarkResult> forks =
          repeats.undisturbed(first.getBenchmarkResults(), missing -> again(parameters, missing));
      results.add(new RunResult(parameters, forks));
    }
    return results;
  }

  private ChainedOptionsBuilder watched(String expression) {
    return new OptionsBuilder().parent(options).include(expression).addProfiler(Watch.class);
  }

  private Collection<BenchmarkResult> again(BenchmarkParams parameters, int forks)
      throws RunnerException {
    ChainedOptionsBuilder same =
        watched("^" + Pattern.quote(parameters.getBenchmark()) + "$")
            .mode(parameters.getMode())
            .forks(forks);
    parameters.getParamsKeys().forEach(key -> same.param(key, parameters.getParam(key)));
    List<BenchmarkResult> results = new ArrayList<>();
    new Runner(same.build()).run().forEach(result -> results.addAll(result.getBenchmarkResults()));
    return results;
  }

  private void note(Path file, String beginning) throws IOException {
    Optional<String> note = repeats.note();
    if (note.isPresent()) {
      String line = beginning + "\t" + note.get() + System.lineSeparator();
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}
