package dev.respool.abi;

/**
 * The reference cells of the {@link Shapes}: each class adds one to its superclass.
 *
 * <p>A setter stores a reference only if it changes the cell, because a store into an old object
 * costs G1 more than a look.
 */
public final class References {
  private References() {}

  /** 1 reference. */
  public abstract static class R1 extends Frame {
    /** The last cell. */
    public Object r0;

    /** For subclasses. */
    R1() {}

    /**
     * Sets the last cell if that changes it.
     *
     * @param value the new content
     */
    public final void r0(Object value) {
      if (r0 != value) {
        r0 = value;
      }
    }
  }

  /** 2 references. */
  public abstract static class R2 extends R1 {
    /** The last cell. */
    public Object r1;

    /** For subclasses. */
    R2() {}

    /**
     * Sets the last cell if that changes it.
     *
     * @param value the new content
     */
    public final void r1(Object value) {
      if (r1 != value) {
        r1 = value;
      }
    }
  }

  /** 3 references. */
  public abstract static class R3 extends R2 {
    /** The last cell. */
    public Object r2;

    /** For subclasses. */
    R3() {}

    /**
     * Sets the last cell if that changes it.
     *
     * @param value the new content
     */
    public final void r2(Object value) {
      if (r2 != value) {
        r2 = value;
      }
    }
  }

  /** 4 references. */
  public abstract static class R4 extends R3 {
    /** The last cell. */
    public Object r3;

    /** For subclasses. */
    R4() {}

    /**
     * Sets the last cell if that changes it.
     *
     * @param value the new content
     */
    public final void r3(Object value) {
      if (r3 != value) {
        r3 = value;
      }
    }
  }

  /** 5 references. */
  public abstract static class R5 extends R4 {
    /** The last cell. */
    public Object r4;

    /** For subclasses. */
    R5() {}

    /**
     * Sets the last cell if that changes it.
     *
     * @param value the new content
     */
    public final void r4(Object value) {
      if (r4 != value) {
        r4 = value;
      }
    }
  }

  /** 6 references. */
  public abstract static class R6 extends R5 {
    /** The last cell. */
    public Object r5;

    /** For subclasses. */
    R6() {}

    /**
     * Sets the last cell if that changes it.
     *
     * @param value the new content
     */
    public final void r5(Object value) {
      if (r5 != value) {
        r5 = value;
      }
    }
  }

  /** 7 references. */
  public abstract static class R7 extends R6 {
    /** The last cell. */
    public Object r6;

    /** For subclasses. */
    R7() {}

    /**
     * Sets the last cell if that changes it.
     *
     * @param value the new content
     */
    public final void r6(Object value) {
      if (r6 != value) {
        r6 = value;
      }
    }
  }

  /** 8 references. */
  public abstract static class R8 extends R7 {
    /** The last cell. */
    public Object r7;

    /** For subclasses. */
    R8() {}

    /**
     * Sets the last cell if that changes it.
     *
     * @param value the new content
     */
    public final void r7(Object value) {
      if (r7 != value) {
        r7 = value;
      }
    }
  }
}
