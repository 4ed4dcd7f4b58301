package dev.respool.abi;

/**
 * Whether a class is still what it was when it was loaded.
 *
 * <p>A tool that changes a loaded class may put calls between a method and itself: the inline spies
 * of Mockito catch the call of a method and make it again, by reflection, before the method has
 * taken the token of the first call. So what was found out about the methods of a class holds until
 * the class is changed.
 */
public final class LoadedClass {
  private static final ClassValue<LoadedClass> OF =
      new ClassValue<>() {
        @Override
        protected LoadedClass computeValue(Class<?> type) {
          return new LoadedClass();
        }
      };

  private volatile boolean changed;

  private LoadedClass() {}

  static LoadedClass of(Class<?> type) {
    return OF.get(type);
  }

  /**
   * From now on every capture of the class's methods looks at the stack. The agent calls this
   * before the JVM changes a class.
   *
   * @param type the class that a tool redefines or retransforms
   */
  public static void changes(Class<?> type) {
    of(type).changed = true;
    AwakeMethods.forget(type);
  }

  boolean isChanged() {
    return changed;
  }
}
