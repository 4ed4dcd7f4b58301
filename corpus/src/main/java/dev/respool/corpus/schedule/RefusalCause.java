package dev.respool.corpus.schedule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells refusals apart by the frame in the way and the reason, without line numbers. */
final class RefusalCause {
  private static final Pattern MESSAGE =
      Pattern.compile("attempt to yield across ([^(]*)\\([^)]*\\), which cannot be captured: (.*)");

  private RefusalCause() {}

  static String of(RuntimeException refusal) {
    String message = String.valueOf(refusal.getMessage());
    Matcher matcher = MESSAGE.matcher(message);
    return matcher.matches() ? matcher.group(1) + ": " + reason(matcher.group(2)) : message;
  }

  /** The remedy stands behind the last semicolon. */
  private static String reason(String reasonAndRemedy) {
    int remedy = reasonAndRemedy.lastIndexOf("; ");
    return remedy < 0 ? reasonAndRemedy : reasonAndRemedy.substring(0, remedy);
  }
}
