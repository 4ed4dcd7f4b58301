package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.AsyncFile;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.TaskAction;
import dev.respool.loop.Tasks;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AsyncFileTest {
  @TempDir Path directory;

  @Test
  void text_is_written_and_read_in_its_encoding() throws Exception {
    assertEquals(List.of("größe ✓", "größe"), Transformed.call(Program.class, "texts", directory));
  }

  @Test
  void all_bytes_of_many_files_are_read_at_once() throws Exception {
    byte[] bytes = new byte[300_000];
    new Random(7).nextBytes(bytes);
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      paths.add(Files.write(directory.resolve("f" + i), bytes));
    }
    List<byte[]> read = Transformed.call(Program.class, "readAll", paths);
    assertEquals(50, read.size());
    for (byte[] one : read) {
      assertArrayEquals(bytes, one);
    }
  }

  @Test
  void an_empty_file_has_no_bytes() throws Exception {
    Path empty = Files.createFile(directory.resolve("empty"));
    List<byte[]> read = Transformed.call(Program.class, "readAll", List.of(empty));
    assertEquals(0, read.get(0).length);
  }

  @Test
  void writing_creates_replaces_and_appends() throws Exception {
    Path path = directory.resolve("w");
    Transformed.call(Program.class, "write", path, "a long first text");
    Transformed.call(Program.class, "write", path, "short");
    Transformed.call(Program.class, "append", path, " and more");
    assertEquals("short and more", Files.readString(path));
  }

  @Test
  void a_missing_file_is_an_io_exception_at_the_call() throws Exception {
    Path missing = directory.resolve("missing");
    NoSuchFileException thrown = Transformed.call(Program.class, "missing", missing);
    assertEquals(missing.toString(), thrown.getFile());
    boolean named = false;
    for (StackTraceElement element : thrown.getStackTrace()) {
      named |= element.getMethodName().equals("missingHere");
    }
    assertTrue(named, "the trace names the task's method");
  }

  @Test
  void malformed_text_is_an_error() throws Exception {
    Path path = Files.write(directory.resolve("bad"), new byte[] {'a', (byte) 0xff});
    assertThrows(
        CharacterCodingException.class,
        () -> {
          try {
            Transformed.call(Program.class, "text", path);
          } catch (dev.respool.CoroutineException e) {
            throw e.getCause();
          }
        });
  }

  /** The file that Linux has for this purpose; other systems have none. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /dev/full")
  void a_full_disk_is_an_io_exception_at_the_write_and_other_tasks_go_on() throws Exception {
    List<String> said =
        Transformed.call(Program.class, "diskFull", Path.of("/dev/full"), directory);
    assertEquals(List.of("writeString", "write", "open file", "kept"), said);
  }

  @Test
  void an_open_file_is_read_and_written_anywhere() throws Exception {
    assertEquals(
        List.of("4:3456", "2:89", "-1:", "10", "01xyz56789"),
        Transformed.call(Program.class, "positions", directory.resolve("p")));
  }

  @Test
  void a_closed_file_cannot_be_read() throws Exception {
    Path path = Files.writeString(directory.resolve("c"), "x");
    assertEquals("closed", Transformed.call(Program.class, "closed", path));
  }

  @Test
  void a_file_is_sent_to_a_connection_in_parts() throws Exception {
    byte[] bytes = new byte[1_000_003];
    new Random(3).nextBytes(bytes);
    Path path = Files.write(directory.resolve("t"), bytes);
    List<byte[]> received = Transformed.call(Program.class, "transfer", path);
    assertArrayEquals(bytes, received.get(0));
    assertArrayEquals(Arrays.copyOfRange(bytes, 5, 100_005), received.get(1));
    assertArrayEquals(Arrays.copyOfRange(bytes, 1_000_000, 1_000_003), received.get(2));
    assertEquals(0, received.get(3).length);
  }

  /** Transformed. */
  public static class Program {
    /** No space left. */
    public static List<String> diskFull(Path full, Path directory) {
      List<String> said = new ArrayList<>();
      EventLoop.run(
          () -> {
            noSpace(() -> AsyncFile.writeString(full, "text"), "writeString", said);
            noSpace(() -> AsyncFile.write(full, new byte[100_000]), "write", said);
            try (AsyncFile file = AsyncFile.open(full, StandardOpenOption.WRITE)) {
              noSpace(() -> file.write(ByteBuffer.allocate(10), 0), "open file", said);
            }
            Path kept = directory.resolve("kept");
            AsyncFile.writeString(kept, "kept");
            said.add(AsyncFile.readString(kept));
          });
      return said;
    }

    @Suspendable
    private static void noSpace(TaskAction write, String what, List<String> said) throws Exception {
      try {
        write.run();
        said.add(what + " lost it");
      } catch (IOException e) {
        said.add(e.getMessage().contains("No space left") ? what : e.toString());
      }
    }

    /** Whole, a part, the end, and behind it. */
    public static List<byte[]> transfer(Path path) {
      return EventLoop.run(
          () ->
              List.of(
                  transfer(path, 0, Long.MAX_VALUE, 1_000_003),
                  transfer(path, 5, 100_000, 100_000),
                  transfer(path, 1_000_000, 100, 3),
                  transfer(path, 2_000_000, 100, 0)));
    }

    @Suspendable
    private static byte[] transfer(Path path, long position, long count, int expected)
        throws IOException {
      try (TcpServer server =
              TcpServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
          TcpConnection client = TcpConnection.connect(server.localAddress());
          TcpConnection connection = server.accept();
          AsyncFile file = AsyncFile.open(path)) {
        Task<Long> sending = Tasks.async(() -> file.transferTo(position, count, client));
        byte[] bytes = connection.readFully(expected);
        return sending.await() == expected ? bytes : null;
      }
    }

    /** Two encodings. */
    public static List<String> texts(Path directory) {
      return EventLoop.run(
          () -> {
            Path utf = directory.resolve("utf");
            Path latin = directory.resolve("latin");
            AsyncFile.writeString(utf, "größe ✓");
            AsyncFile.write(latin, "größe".getBytes(StandardCharsets.ISO_8859_1));
            return List.of(
                AsyncFile.readString(utf),
                AsyncFile.readString(latin, StandardCharsets.ISO_8859_1));
          });
    }

    /** One task each. */
    public static List<byte[]> readAll(List<Path> paths) {
      return EventLoop.run(
          () -> {
            List<Task<byte[]>> tasks = new ArrayList<>();
            for (Path path : paths) {
              tasks.add(Tasks.async(() -> AsyncFile.readAllBytes(path)));
            }
            List<byte[]> all = new ArrayList<>();
            for (Task<byte[]> task : tasks) {
              all.add(task.await());
            }
            return all;
          });
    }

    /** Replaces. */
    public static void write(Path path, String text) {
      EventLoop.run(() -> AsyncFile.writeString(path, text));
    }

    /** Adds. */
    public static void append(Path path, String text) {
      EventLoop.run(() -> AsyncFile.write(path, text.getBytes("UTF-8"), StandardOpenOption.APPEND));
    }

    /** Reads text. */
    public static String text(Path path) {
      return EventLoop.run(() -> AsyncFile.readString(path));
    }

    /** Catches what the call throws. */
    public static IOException missing(Path path) {
      return EventLoop.run(() -> missingHere(path));
    }

    @Suspendable
    private static IOException missingHere(Path path) {
      try {
        AsyncFile.readString(path);
        return null;
      } catch (IOException e) {
        return e;
      }
    }

    /** Here and there. */
    public static List<String> positions(Path path) {
      return EventLoop.run(
          () -> {
            AsyncFile.writeString(path, "0123456789");
            List<String> log = new ArrayList<>();
            try (AsyncFile file =
                AsyncFile.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
              log.add(read(file, 3));
              log.add(read(file, 8));
              log.add(read(file, 10));
              log.add("" + file.size());
              file.write(ByteBuffer.wrap("xyz".getBytes("UTF-8")), 2);
            }
            log.add(AsyncFile.readString(path));
            return log;
          });
    }

    @Suspendable
    private static String read(AsyncFile file, long position) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(4);
      int count = file.read(buffer, position);
      return count + ":" + StandardCharsets.UTF_8.decode(buffer.flip());
    }

    /** Too late. */
    public static String closed(Path path) {
      return EventLoop.run(
          () -> {
            AsyncFile file = AsyncFile.open(path);
            file.close();
            try {
              file.read(ByteBuffer.allocate(1), 0);
              return "read";
            } catch (IOException e) {
              return "closed";
            }
          });
    }
  }
}
