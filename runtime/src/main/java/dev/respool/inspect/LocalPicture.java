package dev.respool.inspect;

/**
 * A live local as text.
 *
 * @param name as in the source, or {@code slotN} for classes without debug information
 * @param type field descriptor of its type (JVMS 4.3.2)
 * @param value what it had as its value, see {@link ValueText}
 */
public record LocalPicture(String name, String type, String value) {
  @Override
  public String toString() {
    return name + "=" + value;
  }
}
