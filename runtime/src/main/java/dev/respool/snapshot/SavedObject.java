package dev.respool.snapshot;

/**
 * An object in a snapshot, before its class is loaded.
 *
 * @param className its class
 * @param text what it prints as, if it is a value of the JDK; else empty
 */
public record SavedObject(String className, String text) {
  @Override
  public String toString() {
    return text.isEmpty() ? className : text;
  }
}
