package dev.respool.compiler.plan;

/**
 * A place in a frame.
 *
 * @param sort what it holds
 * @param index among the cells with references, or among those with primitive values
 */
public record Cell(Sort sort, int index) {
  /** What a cell holds. */
  public enum Sort {
    /** A reference. */
    REFERENCE,
    /** A primitive value of up to 64 bits. */
    PRIMITIVE,
    /** A primitive value of 32 bits, where alignment leaves room for one. */
    GAP,
    /** The lower 32 bits of a primitive cell. */
    LOW,
    /** The upper 32 bits of a primitive cell whose lower ones hold another value. */
    HIGH
  }

  /**
   * Whether it holds a reference.
   *
   * @return false for a primitive value or half of a cell
   */
  public boolean reference() {
    return sort == Sort.REFERENCE;
  }

  /**
   * The field of a shape that has this cell.
   *
   * @return {@code r}, {@code i} or {@code p} and the index
   */
  public String field() {
    return switch (sort) {
          case REFERENCE -> "r";
          case GAP -> "i";
          default -> "p";
        }
        + index;
  }

  /** By hand, as in {@code MethodKey}. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Cell cell && sort == cell.sort && index == cell.index;
  }

  @Override
  public int hashCode() {
    return 31 * index + sort.ordinal();
  }

  @Override
  public String toString() {
    return field() + (sort == Sort.HIGH ? "h" : "");
  }
}
