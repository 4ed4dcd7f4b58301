package dev.respool.examples;

import dev.respool.Generator;
import dev.respool.Suspendable;
import dev.respool.Yielder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Walks a directory tree as a generator: the recursion is written down plainly, and whoever
 * iterates decides when it goes on and where it ends.
 */
public final class TreeWalk {
  private TreeWalk() {}

  /**
   * Prints the files below a directory.
   *
   * @param args the directory; the current one if there is none
   */
  public static void main(String[] args) {
    run(Path.of(args.length > 0 ? args[0] : ""), System.out);
  }

  static void run(Path root, PrintStream out) {
    for (Path file : files(root)) {
      out.println(root.relativize(file));
    }
    try (Stream<Path> walk = files(root).stream()) {
      // lazy: the walk stops behind the second file
      out.println("first two: " + walk.limit(2).map(Path::getFileName).toList());
    }
  }

  /**
   * The files below a directory, in the order of their names.
   *
   * @param root where to begin
   * @return a lazy sequence; an {@link IOException} leaves it inside a {@code CoroutineException}
   */
  public static Generator<Path> files(Path root) {
    return Generator.of(g -> walk(root, g));
  }

  @Suspendable
  private static void walk(Path directory, Yielder<Path> g) throws IOException {
    for (Path entry : entries(directory)) {
      if (Files.isDirectory(entry)) {
        walk(entry, g);
      } else {
        g.yield(entry);
      }
    }
  }

  /**
   * What a directory contains.
   *
   * @param directory the directory
   * @return its entries by name
   * @throws IOException if it cannot be read
   */
  static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }
}
