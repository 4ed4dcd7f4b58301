package dev.respool.benchmarks.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reader takes home who reads no further: a paragraph about the latest JDK. */
final class Conclusion {
  private static final String RESPOOL = "respool";

  private final Results results;
  private final int jdk;

  Conclusion(Results results) {
    this.results = results;
    this.jdk = results.jdks().stream().reduce((earlier, later) -> later).orElse(0);
  }

  /** The paragraph; nothing if Respool was not measured on that JDK. */
  @Override
  public String toString() {
    List<String> sentences =
        Stream.of(roundTrip(), inUse(), programs(), parked(), losses())
            .flatMap(Optional::stream)
            .toList();
    return sentences.isEmpty() ? "" : "On JDK " + jdk + ": " + String.join(" ", sentences) + "\n";
  }

  private Optional<String> roundTrip() {
    return figure(Workloads.MONO)
        .map(
            alone ->
                "Respool suspends and resumes a generator in "
                    + alone
                    + figure(Workloads.DEPTH_1000)
                        .map(deep -> ", and in " + deep + " below 1,000 suspended calls.")
                        .orElse("."));
  }

  private Optional<String> inUse() {
    return standing(Workloads.MONO)
        .map(
            standing ->
                PeerName.in(PeerName.Group.IN_USE).stream()
                    .flatMap(name -> beside(standing, name).stream())
                    .toList())
        .filter(peers -> !peers.isEmpty())
        .map(peers -> "The same takes " + Clause.joined(peers) + ".");
  }

  private static Optional<String> beside(Standing standing, PeerName name) {
    return standing
        .timesBetterThan(name)
        .map(times -> "%s times as long with %s".formatted(Digits.ratio(times), name.title()));
  }

  private Optional<String> programs() {
    return new OpeningPrograms(results)
        .conclusion(jdk)
        .map(half -> "Code that could suspend and does not costs something, too. " + half);
  }

  private Optional<String> parked() {
    return figure(Workloads.PARKED_1).map(bytes -> "A parked coroutine retains " + bytes + ".");
  }

  private Optional<String> losses() {
    List<Double> ratios = new RatioTable(results).inUse(jdk);
    long lost = ratios.stream().filter(times -> times < 1).count();
    return ratios.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "In %d of %d [comparisons](#ratios) with what programs are written with, the other is better."
                .formatted(lost, ratios.size()));
  }

  private Optional<String> figure(Question question) {
    return standing(question).map(s -> s.unit().digits(s.ours().value()) + " " + s.unit().symbol());
  }

  private Optional<Standing> standing(Question question) {
    return Standing.of(question, RESPOOL, jdk, results);
  }
}
