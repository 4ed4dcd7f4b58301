package dev.respool.it.compilers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A compiler for the JVM, with the class path of the tests. */
public interface SourceCompiler {
  /** The release of Java whose class files it writes. */
  String RELEASE = "17";

  /** How the names of its source files end. */
  String extension();

  /** Compiles all of them into a folder; fails with the compiler's messages. */
  void compile(List<Path> sources, Path output) throws IOException;

  /** What programs see. */
  static String classPath() {
    return System.getProperty("java.class.path");
  }

  /** Fails unless the compiler said that it is content. */
  static void check(boolean success, Object messages) {
    if (!success) {
      throw new AssertionError("does not compile: " + messages);
    }
  }
}
