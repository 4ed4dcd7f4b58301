package dev.respool.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.SuspendedFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the picture of the README against what {@code frames()} says. */
class SuspendedWalkPictureTest {
  private static final Path PICTURE = Path.of("..", "docs", "suspended-walk.svg");
  private static final Path SOURCE =
      Path.of("src", "main", "java", "dev", "respool", "examples", "SuspendedWalk.java");

  /** With {@code -Dpicture.write=true} it is drawn anew. */
  @Test
  void the_picture_shows_the_program_and_its_frames() throws IOException {
    String drawn = drawn();
    if (Boolean.getBoolean("picture.write")) {
      Files.writeString(PICTURE, drawn);
    }
    assertEquals(drawn, Files.readString(PICTURE));
  }

  private static String drawn() throws IOException {
    List<SuspendedFrame> frames = SuspendedWalk.suspendedAt("H").frames();
    List<String> lines = Files.readAllLines(SOURCE);
    int start = lines.indexOf("  @Suspendable");
    int end = start + lines.subList(start, lines.size()).indexOf("  }") + 1;
    List<String> method = lines.subList(start, end).stream().map(l -> l.substring(2)).toList();
    return new FramesPicture(frames)
        .svg("A walk through a tree, suspended at node H", method, start + 1);
  }
}
