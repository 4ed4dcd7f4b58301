package dev.respool.benchmarks.report;

import java.util.Optional;
import java.util.Set;

/**
 * Something that a table, a plot or a target asks of every peer.
 *
 * @param title as it stands on the page
 * @param unit of the answer
 * @param quantity which of the measured things is the answer
 * @param selection where the answer is found
 * @param base what the answer is divided by, for ratios: the peer's own figure there, unless the
 *     selection names another peer
 * @param outside the peers that are not rivals in this question
 */
record Question(
    String title,
    Unit unit,
    Quantity quantity,
    Selection selection,
    Optional<Selection> base,
    Set<String> outside) {
  /** The measured things. */
  enum Quantity {
    /** The benchmark's own figure: a time, or retained bytes. */
    SCORE,
    /** Bytes allocated by an operation. */
    ALLOCATION
  }

  /** Where plain Java, which has no coroutines, is no rival. */
  static Question of(String title, Unit unit, Selection selection) {
    return new Question(
        title, unit, Quantity.SCORE, selection, Optional.empty(), Set.of(Comparison.PLAIN));
  }

  /** The bytes that it allocates, instead of the time that it takes. */
  Question allocated(String newTitle) {
    return new Question(
        newTitle, Unit.BYTES, Quantity.ALLOCATION, selection, Optional.empty(), outside);
  }

  /** The ratio to another figure, instead of the figure. */
  Question over(Selection newBase, String newTitle) {
    return new Question(newTitle, Unit.RATIO, quantity, selection, Optional.of(newBase), outside);
  }

  /** The same question, where these and no others are no rivals. */
  Question without(Set<String> peers) {
    return new Question(title, unit, quantity, selection, base, peers);
  }
}
