package dev.respool.compiler.plan;

import java.util.List;

/**
 * The cells of a method's frames: enough for the suspension point that needs most of each sort.
 *
 * @param refs number of reference cells
 * @param prims number of primitive cells
 * @param gap whether there is one of 32 bits besides, see {@link #hasRoom}
 */
public record FrameLayout(int refs, int prims, boolean gap) {
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

  /** Enough for each of these. */
  static FrameLayout of(List<SuspensionPoint> points) {
    int refs = 0;
    int prims = 0;
    boolean gap = false;
    for (SuspensionPoint point : points) {
      refs = Math.max(refs, point.refs());
      prims = Math.max(prims, point.prims());
      gap |= point.usesGap();
    }
    return new FrameLayout(refs, prims, gap);
  }

  /** By hand, as in {@code MethodKey}. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FrameLayout layout
        && refs == layout.refs
        && prims == layout.prims
        && gap == layout.gap;
  }

  @Override
  public int hashCode() {
    return (31 * refs + prims) * 2 + (gap ? 1 : 0);
  }

  /**
   * Whether a value of 32 bits costs nothing: objects are aligned to 64 bits, and the fields of a
   * frame (a header of 96 bits, its caller, its point) end in the middle unless an odd number of
   * references follows.
   */
  boolean hasRoom() {
    return !isWide() && refs % 2 == 0;
  }
}
