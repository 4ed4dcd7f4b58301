package dev.respool.it.targets;

/** A text block formatted with suspending arguments. */
public final class TextBlocks {
  private TextBlocks() {}

  public static Object run() {
    String text =
        """
        Dear %s,
          you owe "%d".
        """;
    return text.formatted(Probe.ref("Ada"), Probe.i(42))
        + """
        end\
        """
        + Probe.letter('!');
  }
}
