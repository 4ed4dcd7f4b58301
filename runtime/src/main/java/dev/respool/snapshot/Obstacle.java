package dev.respool.snapshot;

/**
 * One reason why a coroutine cannot be saved or restored. What is not known is empty.
 *
 * @param coroutine which of those in the snapshot, such as {@code the coroutine} or {@code
 *     generator 2}
 * @param where class, method, file and line of the frame
 * @param local the local variable in it
 * @param path from the local down to the object, such as {@code order.lines[2].socket}
 * @param className the class of the object
 * @param why what stands in the way
 * @param remedy what to do instead
 */
public record Obstacle(
    String coroutine,
    String where,
    String local,
    String path,
    String className,
    String why,
    String remedy) {

  static Obstacle of(String why, String remedy) {
    return new Obstacle("", "", "", "", "", why, remedy);
  }

  static Obstacle at(String coroutine, String where, String why, String remedy) {
    return new Obstacle(coroutine, where, "", "", "", why, remedy);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    add(text, coroutine, ", ");
    add(text, where, ", ");
    add(text, local.isEmpty() ? "" : "local '" + local + "'", ": ");
    add(text, path.equals(local) ? "" : path, " ");
    add(text, className.isEmpty() ? "" : "is a " + className, ": ");
    text.append(why);
    return remedy.isEmpty() ? text.toString() : text.append("; ").append(remedy).toString();
  }

  private static void add(StringBuilder text, String part, String behind) {
    if (!part.isEmpty()) {
      text.append(part).append(behind);
    }
  }
}
