package dev.respool.it.targets.elsewhere;

/** Public methods that give and take objects of a class that is not public. */
public final class Builders {
  private Builders() {}

  /** What is meant to be seen of the builders. */
  public abstract static class Builder {
    private final StringBuilder text = new StringBuilder();

    /** Adds a part. */
    public Builder add(Object part) {
      text.append(part);
      return this;
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  static final class Hidden extends Builder {}

  public static Hidden create() {
    return new Hidden();
  }

  public static Hidden[] several() {
    return new Hidden[] {new Hidden(), new Hidden()};
  }

  public static Object take(Hidden hidden) {
    return hidden.add("!");
  }
}
