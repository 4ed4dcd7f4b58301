package dev.respool.benchmarks.report;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a run has noted about a workload, as the page says it. */
final class Note {
  private static final Pattern DISTURBED =
      Pattern.compile(
          "(\\d+) forks were disturbed and measured again; of (\\d+) the least disturbed was kept");

  /** A part of the benchmark of servers, and what was wrong with it. */
  private static final Pattern SERVER =
      Pattern.compile("(?:ended with exit code \\d+: )?(.+?) failed: (?:[\\w.]+: )?(.*)");

  private static final Pattern CONNECTIONS = Pattern.compile("(\\S+), (\\d+) connections");

  private static final Pattern REQUESTS =
      Pattern.compile("(?<failed>\\d+) of (?<all>\\d+) requests failed");

  /** As earlier runs have noted it. */
  private static final Pattern TOLD =
      Pattern.compile(".*\\bfailed=\\[(?<failed>\\d+)\\.0].*\\brequests=\\[(?<all>\\d+)\\.0].*");

  private static final String NOTHING = "nothing was answered";

  private Note() {}

  /** Plain sentences for what is known; other notes as they are. */
  static String said(String note) {
    return match(DISTURBED, note)
        .map(Note::disturbed)
        .or(() -> match(SERVER, note).flatMap(Note::server))
        .orElse(note);
  }

  private static Optional<MatchResult> match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  private static String disturbed(MatchResult counts) {
    int disturbed = Integer.parseInt(counts.group(1));
    int kept = Integer.parseInt(counts.group(2));
    String again =
        disturbed == 1
            ? "1 fork was disturbed and measured again."
            : disturbed + " forks were disturbed and measured again.";
    return switch (kept) {
      case 0 -> again;
      case 1 -> again + " 1 was disturbed each time; its least disturbed measurement is used.";
      default ->
          "%s %d were disturbed each time; their least disturbed measurements are used."
              .formatted(again, kept);
    };
  }

  private static Optional<String> server(MatchResult failed) {
    String what = match(CONNECTIONS, failed.group(1)).map(Note::peer).orElse(failed.group(1));
    return problem(failed.group(2))
        .map(
            problem ->
                "A run of %s is left out: %s. The tables show the runs that did not fail."
                    .formatted(what, problem));
  }

  private static String peer(MatchResult part) {
    return "%s with %s connections".formatted(PeerName.of(part.group(1)), count(part.group(2)));
  }

  private static Optional<String> problem(String text) {
    if (text.equals(NOTHING)) {
      return Optional.of(text);
    }
    return Stream.of(REQUESTS, TOLD)
        .map(pattern -> pattern.matcher(text))
        .filter(Matcher::matches)
        .findFirst()
        .map(
            counts ->
                "%s of its %s requests failed"
                    .formatted(count(counts.group("failed")), count(counts.group("all"))));
  }

  private static String count(String digits) {
    return Digits.of(Double.parseDouble(digits));
  }
}
