package dev.respool.compiler.suspendable;

/** Decides whose lambdas are made serializable: by marks, and by patterns. Thread-safe. */
public final class SaveableCode {
  private final Patterns saveables;

  /**
   * For classes that see each other.
   *
   * @param saveables classes that need no mark
   */
  public SaveableCode(Patterns saveables) {
    this.saveables = saveables;
  }

  /**
   * Whether a class is chosen, by itself, by a class that it is nested in, or by its package.
   *
   * @param facts of the class
   * @param classes where the marks of others are found
   * @return false too if it makes no lambdas
   */
  public boolean contains(ClassFacts facts, ClassHierarchy classes) {
    return !facts.references().isEmpty()
        && (facts.saveable()
            || saveables.matches(facts.name())
            || isMarkedAround(facts.name(), classes)
            || isMarked(packageOf(facts.name()) + "package-info", classes));
  }

  private static boolean isMarkedAround(String name, ClassHierarchy classes) {
    int nested = name.lastIndexOf('$');
    if (nested <= packageOf(name).length()) {
      return false;
    }
    String outer = name.substring(0, nested);
    return isMarked(outer, classes) || isMarkedAround(outer, classes);
  }

  private static boolean isMarked(String name, ClassHierarchy classes) {
    return classes.find(name).map(ClassFacts::saveable).orElse(false);
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }
}
