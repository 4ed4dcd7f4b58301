package dev.respool.agent.inspection;

/**
 * What one JVM asks of the other.
 *
 * @param format of the answer
 * @param maxTasks so many tasks of each loop are shown
 * @param maxFrames so many frames of each task are shown
 * @param locals whether frames have their locals
 */
public record Question(Format format, int maxTasks, int maxFrames, boolean locals) {
  /** How an answer is written; each has its class in {@code dev.respool.inspect}. */
  public enum Format {
    /** For people. */
    TEXT("TextDump"),
    /** For programs. */
    JSON("JsonDump"),
    /** Rows and columns. */
    TABLE("TableDump");

    private final String writer;

    Format(String writer) {
      this.writer = writer;
    }

    String writer() {
      return writer;
    }
  }

  static Question parse(String line) {
    String[] words = line.split(" ");
    return new Question(
        Format.valueOf(words[0]),
        Integer.parseInt(words[1]),
        Integer.parseInt(words[2]),
        Boolean.parseBoolean(words[3]));
  }

  /** As a line. */
  @Override
  public String toString() {
    return format + " " + maxTasks + " " + maxFrames + " " + locals;
  }
}
