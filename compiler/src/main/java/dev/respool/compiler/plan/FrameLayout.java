package dev.respool.compiler.plan;

/**
 * The cells of a method's frames: enough for the suspension point that needs most of each sort.
 *
 * @param refs number of reference cells
 * @param prims number of primitive cells
 */
public record FrameLayout(int refs, int prims) {
  /** Most reference cells of a typed shape. */
  public static final int TYPED_REFS = 8;

  /** Most primitive cells of a typed shape. */
  public static final int TYPED_PRIMS = 4;

  /**
   * Whether the cells are in arrays, because no typed shape has so many.
   *
   * @return false for a typed shape
   */
  public boolean isWide() {
    return refs > TYPED_REFS || prims > TYPED_PRIMS;
  }

  /**
   * Whether there is room for a value of 32 bits: objects are aligned to 64 bits, and the fields of
   * a frame (a header of 96 bits, its caller, its point) end in the middle unless an odd number of
   * references follows.
   *
   * @return true if there is a cell in the gap
   */
  boolean hasGap() {
    return !isWide() && refs % 2 == 0;
  }
}
