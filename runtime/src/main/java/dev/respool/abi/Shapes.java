package dev.respool.abi;

/**
 * The frame classes that transformed methods use: {@code RxPy} has cells for {@code x} references
 * ({@code r0}, {@code r1}, …) and {@code y} primitive values of up to 64 bits ({@code p0}, {@code
 * p1}, …); {@code RxIPy} has one of 32 bits besides ({@code i0}), in the gap that alignment leaves
 * where {@code x} is even. A method with more live values than the largest shape holds uses {@link
 * Wide}. Every method pays for the cells it needs and for no others.
 */
public final class Shapes {
  private Shapes() {}

  /**
   * A frame whose cells are arrays, for methods with more live values than the typed shapes hold.
   */
  public abstract static class Wide extends Frame {
    /** The reference cells. */
    public Object[] refs;

    /** The primitive cells. */
    public long[] prims;

    /**
     * A frame with room for the given numbers of cells.
     *
     * @param refs number of reference cells
     * @param prims number of primitive cells
     */
    protected Wide(int refs, int prims) {
      this.refs = new Object[refs];
      this.prims = new long[prims];
    }

    @Override
    final Frame copy() {
      Wide copy = (Wide) super.copy();
      copy.refs = refs.clone();
      copy.prims = prims.clone();
      return copy;
    }

    /**
     * Sets a reference cell; stores only what is new, because a store can cost more than a look.
     *
     * @param value the new content
     * @param index of the cell
     */
    public final void set(Object value, int index) {
      if (refs[index] != value) {
        refs[index] = value;
      }
    }
  }

  /** 0 references, 0 primitives. */
  public abstract static class R0P0 extends Frame {
    /** Empty cells. */
    protected R0P0() {}
  }

  /** 0 references, 1 primitive. */
  public abstract static class R0P1 extends R0P0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R0P1() {}
  }

  /** 0 references, 2 primitives. */
  public abstract static class R0P2 extends R0P1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R0P2() {}
  }

  /** 0 references, 3 primitives. */
  public abstract static class R0P3 extends R0P2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R0P3() {}
  }

  /** 0 references, 4 primitives. */
  public abstract static class R0P4 extends R0P3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R0P4() {}
  }

  /** 0 references, 1 of 32 bits, 0 primitives. */
  public abstract static class R0IP0 extends Frame {
    /** In the gap. */
    public int i0;

    /** Empty cells. */
    protected R0IP0() {}
  }

  /** 0 references, 1 of 32 bits, 1 primitive. */
  public abstract static class R0IP1 extends R0IP0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R0IP1() {}
  }

  /** 0 references, 1 of 32 bits, 2 primitives. */
  public abstract static class R0IP2 extends R0IP1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R0IP2() {}
  }

  /** 0 references, 1 of 32 bits, 3 primitives. */
  public abstract static class R0IP3 extends R0IP2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R0IP3() {}
  }

  /** 0 references, 1 of 32 bits, 4 primitives. */
  public abstract static class R0IP4 extends R0IP3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R0IP4() {}
  }

  /** 1 reference, 0 primitives. */
  public abstract static class R1P0 extends References.R1 {
    /** Empty cells. */
    protected R1P0() {}
  }

  /** 1 reference, 1 primitive. */
  public abstract static class R1P1 extends R1P0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R1P1() {}
  }

  /** 1 reference, 2 primitives. */
  public abstract static class R1P2 extends R1P1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R1P2() {}
  }

  /** 1 reference, 3 primitives. */
  public abstract static class R1P3 extends R1P2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R1P3() {}
  }

  /** 1 reference, 4 primitives. */
  public abstract static class R1P4 extends R1P3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R1P4() {}
  }

  /** 2 references, 0 primitives. */
  public abstract static class R2P0 extends References.R2 {
    /** Empty cells. */
    protected R2P0() {}
  }

  /** 2 references, 1 primitive. */
  public abstract static class R2P1 extends R2P0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R2P1() {}
  }

  /** 2 references, 2 primitives. */
  public abstract static class R2P2 extends R2P1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R2P2() {}
  }

  /** 2 references, 3 primitives. */
  public abstract static class R2P3 extends R2P2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R2P3() {}
  }

  /** 2 references, 4 primitives. */
  public abstract static class R2P4 extends R2P3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R2P4() {}
  }

  /** 2 references, 1 of 32 bits, 0 primitives. */
  public abstract static class R2IP0 extends References.R2 {
    /** In the gap. */
    public int i0;

    /** Empty cells. */
    protected R2IP0() {}
  }

  /** 2 references, 1 of 32 bits, 1 primitive. */
  public abstract static class R2IP1 extends R2IP0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R2IP1() {}
  }

  /** 2 references, 1 of 32 bits, 2 primitives. */
  public abstract static class R2IP2 extends R2IP1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R2IP2() {}
  }

  /** 2 references, 1 of 32 bits, 3 primitives. */
  public abstract static class R2IP3 extends R2IP2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R2IP3() {}
  }

  /** 2 references, 1 of 32 bits, 4 primitives. */
  public abstract static class R2IP4 extends R2IP3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R2IP4() {}
  }

  /** 3 references, 0 primitives. */
  public abstract static class R3P0 extends References.R3 {
    /** Empty cells. */
    protected R3P0() {}
  }

  /** 3 references, 1 primitive. */
  public abstract static class R3P1 extends R3P0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R3P1() {}
  }

  /** 3 references, 2 primitives. */
  public abstract static class R3P2 extends R3P1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R3P2() {}
  }

  /** 3 references, 3 primitives. */
  public abstract static class R3P3 extends R3P2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R3P3() {}
  }

  /** 3 references, 4 primitives. */
  public abstract static class R3P4 extends R3P3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R3P4() {}
  }

  /** 4 references, 0 primitives. */
  public abstract static class R4P0 extends References.R4 {
    /** Empty cells. */
    protected R4P0() {}
  }

  /** 4 references, 1 primitive. */
  public abstract static class R4P1 extends R4P0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R4P1() {}
  }

  /** 4 references, 2 primitives. */
  public abstract static class R4P2 extends R4P1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R4P2() {}
  }

  /** 4 references, 3 primitives. */
  public abstract static class R4P3 extends R4P2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R4P3() {}
  }

  /** 4 references, 4 primitives. */
  public abstract static class R4P4 extends R4P3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R4P4() {}
  }

  /** 4 references, 1 of 32 bits, 0 primitives. */
  public abstract static class R4IP0 extends References.R4 {
    /** In the gap. */
    public int i0;

    /** Empty cells. */
    protected R4IP0() {}
  }

  /** 4 references, 1 of 32 bits, 1 primitive. */
  public abstract static class R4IP1 extends R4IP0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R4IP1() {}
  }

  /** 4 references, 1 of 32 bits, 2 primitives. */
  public abstract static class R4IP2 extends R4IP1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R4IP2() {}
  }

  /** 4 references, 1 of 32 bits, 3 primitives. */
  public abstract static class R4IP3 extends R4IP2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R4IP3() {}
  }

  /** 4 references, 1 of 32 bits, 4 primitives. */
  public abstract static class R4IP4 extends R4IP3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R4IP4() {}
  }

  /** 5 references, 0 primitives. */
  public abstract static class R5P0 extends References.R5 {
    /** Empty cells. */
    protected R5P0() {}
  }

  /** 5 references, 1 primitive. */
  public abstract static class R5P1 extends R5P0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R5P1() {}
  }

  /** 5 references, 2 primitives. */
  public abstract static class R5P2 extends R5P1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R5P2() {}
  }

  /** 5 references, 3 primitives. */
  public abstract static class R5P3 extends R5P2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R5P3() {}
  }

  /** 5 references, 4 primitives. */
  public abstract static class R5P4 extends R5P3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R5P4() {}
  }

  /** 6 references, 0 primitives. */
  public abstract static class R6P0 extends References.R6 {
    /** Empty cells. */
    protected R6P0() {}
  }

  /** 6 references, 1 primitive. */
  public abstract static class R6P1 extends R6P0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R6P1() {}
  }

  /** 6 references, 2 primitives. */
  public abstract static class R6P2 extends R6P1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R6P2() {}
  }

  /** 6 references, 3 primitives. */
  public abstract static class R6P3 extends R6P2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R6P3() {}
  }

  /** 6 references, 4 primitives. */
  public abstract static class R6P4 extends R6P3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R6P4() {}
  }

  /** 6 references, 1 of 32 bits, 0 primitives. */
  public abstract static class R6IP0 extends References.R6 {
    /** In the gap. */
    public int i0;

    /** Empty cells. */
    protected R6IP0() {}
  }

  /** 6 references, 1 of 32 bits, 1 primitive. */
  public abstract static class R6IP1 extends R6IP0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R6IP1() {}
  }

  /** 6 references, 1 of 32 bits, 2 primitives. */
  public abstract static class R6IP2 extends R6IP1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R6IP2() {}
  }

  /** 6 references, 1 of 32 bits, 3 primitives. */
  public abstract static class R6IP3 extends R6IP2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R6IP3() {}
  }

  /** 6 references, 1 of 32 bits, 4 primitives. */
  public abstract static class R6IP4 extends R6IP3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R6IP4() {}
  }

  /** 7 references, 0 primitives. */
  public abstract static class R7P0 extends References.R7 {
    /** Empty cells. */
    protected R7P0() {}
  }

  /** 7 references, 1 primitive. */
  public abstract static class R7P1 extends R7P0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R7P1() {}
  }

  /** 7 references, 2 primitives. */
  public abstract static class R7P2 extends R7P1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R7P2() {}
  }

  /** 7 references, 3 primitives. */
  public abstract static class R7P3 extends R7P2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R7P3() {}
  }

  /** 7 references, 4 primitives. */
  public abstract static class R7P4 extends R7P3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R7P4() {}
  }

  /** 8 references, 0 primitives. */
  public abstract static class R8P0 extends References.R8 {
    /** Empty cells. */
    protected R8P0() {}
  }

  /** 8 references, 1 primitive. */
  public abstract static class R8P1 extends R8P0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R8P1() {}
  }

  /** 8 references, 2 primitives. */
  public abstract static class R8P2 extends R8P1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R8P2() {}
  }

  /** 8 references, 3 primitives. */
  public abstract static class R8P3 extends R8P2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R8P3() {}
  }

  /** 8 references, 4 primitives. */
  public abstract static class R8P4 extends R8P3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R8P4() {}
  }

  /** 8 references, 1 of 32 bits, 0 primitives. */
  public abstract static class R8IP0 extends References.R8 {
    /** In the gap. */
    public int i0;

    /** Empty cells. */
    protected R8IP0() {}
  }

  /** 8 references, 1 of 32 bits, 1 primitive. */
  public abstract static class R8IP1 extends R8IP0 {
    /** The last cell. */
    public long p0;

    /** Empty cells. */
    protected R8IP1() {}
  }

  /** 8 references, 1 of 32 bits, 2 primitives. */
  public abstract static class R8IP2 extends R8IP1 {
    /** The last cell. */
    public long p1;

    /** Empty cells. */
    protected R8IP2() {}
  }

  /** 8 references, 1 of 32 bits, 3 primitives. */
  public abstract static class R8IP3 extends R8IP2 {
    /** The last cell. */
    public long p2;

    /** Empty cells. */
    protected R8IP3() {}
  }

  /** 8 references, 1 of 32 bits, 4 primitives. */
  public abstract static class R8IP4 extends R8IP3 {
    /** The last cell. */
    public long p3;

    /** Empty cells. */
    protected R8IP4() {}
  }
}
