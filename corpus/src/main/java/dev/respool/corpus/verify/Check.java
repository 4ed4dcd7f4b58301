package dev.respool.corpus.verify;

import java.util.List;

/** Something that accepts or rejects class files. */
@FunctionalInterface
public interface Check {
  /**
   * What it has against a class file.
   *
   * @param classFile its bytes
   * @return empty if it accepts the class
   */
  List<Fault> faults(byte[] classFile);
}
