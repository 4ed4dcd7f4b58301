package dev.respool.corpus.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a class file is rejected.
 *
 * @param check what rejects it
 * @param method name and descriptor; empty if it is the class as a whole
 * @param reason in words, one line
 */
public record Fault(String check, String method, String reason) {

  /**
   * A rejection of the whole class by an exception.
   *
   * @param check what rejects it
   * @param thrown what it threw
   * @return the fault
   */
  public static Fault of(String check, Throwable thrown) {
    return new Fault(check, "", thrown.toString().replaceAll("\\s+", " ").strip());
  }

  /** What of some lines the others do not have, each as often as it is missing. */
  static List<String> without(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    others.forEach(rest::remove);
    return rest;
  }

  /** Whether the class had this fault before it was transformed. */
  boolean isAlso(Fault before) {
    return check.equals(before.check) && originalName().equals(before.originalName());
  }

  /** A resume method has the name of its method, perhaps with a number behind it. */
  private String originalName() {
    return method
        .replaceFirst("\\(.*", "")
        .replaceFirst("\\$\\d+$", "")
        .replace("respool$init", "<init>");
  }

  @Override
  public String toString() {
    return check + (method.isEmpty() ? "" : " of " + method) + ": " + reason;
  }
}
