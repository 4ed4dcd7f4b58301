package dev.respool.corpus.programs;

/** Defines a class from bytes that are none, as tests of class loaders do. */
public final class Damaged extends ClassLoader {
  private static final byte[] NO_CLASS = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0};

  private Damaged() {
    super(Damaged.class.getClassLoader());
  }

  public static void main(String[] arguments) {
    new Damaged().testAll();
  }

  /** Where a coroutine starts in mode {@code refuse}: the agent takes it for a test. */
  public void testAll() {
    try {
      defineClass("dev.respool.corpus.programs.Broken", NO_CLASS, 0, NO_CLASS.length);
    } catch (ClassFormatError e) {
      System.out.println("not a class");
    }
  }
}
