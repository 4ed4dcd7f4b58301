package dev.respool.compiler.suspendable;

/** Decides what of a class is made serializable: by marks, and by patterns. Thread-safe. */
public final class SaveableCode {
  static final String SERIALIZABLE = "java/io/Serializable";

  private static final String JDK = "java/";

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
   * What is made serializable.
   *
   * @param lambdas whether the lambdas and method references are that the class makes
   * @param objects whether the class itself is
   */
  public record Choice(boolean lambdas, boolean objects) {
    /**
     * Whether there is anything to do.
     *
     * @return true if so
     */
    public boolean isAny() {
      return lambdas || objects;
    }
  }

  /**
   * Decides about a class. Its lambdas are chosen by itself, by a class that it is nested in, or by
   * its package. The class itself is chosen by itself only: a nested class and a package leave no
   * trace in a class file, so each class of a program would have to be asked for its neighbours.
   *
   * @param facts of the class
   * @param classes where its supertypes and the marks of others are found
   * @return nothing if it makes no lambdas and is serializable already
   */
  public Choice of(ClassFacts facts, ClassHierarchy classes) {
    boolean chosen = facts.saveable() || saveables.matches(facts.name());
    boolean lambdas = !facts.references().isEmpty() && (chosen || isMarkedNear(facts, classes));
    return new Choice(lambdas, chosen && canBeMadeSerializable(facts, classes));
  }

  /** An interface would make classes serializable that nobody has chosen. */
  private static boolean canBeMadeSerializable(ClassFacts facts, ClassHierarchy classes) {
    return !facts.isInterface()
        && facts.superName() != null
        && !facts.name().startsWith(JDK)
        && !classes.supertypes(facts.name()).contains(SERIALIZABLE);
  }

  private static boolean isMarkedNear(ClassFacts facts, ClassHierarchy classes) {
    return isMarkedAround(facts.name(), classes)
        || isMarked(packageOf(facts.name()) + "package-info", classes);
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
