package dev.respool.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program that does not know of the console. */
@Timeout(60)
class MainTest {
  private static String[] seen;

  /** That program. */
  public static final class Innocent {
    private Innocent() {}

    public static void main(String[] arguments) throws IOException {
      seen = arguments;
      if (arguments.length == 0) {
        throw new IOException("no arguments");
      }
    }
  }

  @Test
  void the_program_runs_and_the_console_is_there() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      Main.main(new String[] {Innocent.class.getName(), "one", "two"});
    } finally {
      System.setOut(before);
    }
    assertEquals("[one, two]", Arrays.toString(seen));
    String line = printed.toString(UTF_8).strip();
    assertTrue(line.startsWith("The console is at http://localhost:"), line);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(line.substring(line.indexOf("http")))).build();
    assertEquals(
        200, HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode());
  }

  @Test
  void what_the_program_throws_is_thrown() {
    String[] arguments = {Innocent.class.getName()};
    assertThrows(IOException.class, () -> Main.main(arguments));
  }
}
