package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Suspendable;
import dev.respool.loop.AsyncFile;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Mutex;
import dev.respool.loop.Semaphore;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One rule for all suspending operations: what a wait has got is delivered, and nothing is lost.
 */
@Timeout(60)
class CancellationTableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "receive",
        "send",
        "acquire",
        "lock",
        "task",
        "stage",
        "sleep",
        "blocking",
        "accept",
        "read",
        "write"
      })
  void an_operation_is_cancelled_or_timed_out_before_it_is_done(String operation) throws Exception {
    String nothing = "cancelled, no effect, struck";
    assertEquals(nothing, Transformed.call(Program.class, "before", operation));
    assertEquals(nothing, Transformed.call(Program.class, "waiting", operation));
    assertEquals("timeout, no effect", Transformed.call(Program.class, "timedOut", operation, 0));
    assertEquals("timeout, no effect", Transformed.call(Program.class, "timedOut", operation, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "receive",
        "send",
        "acquire",
        "lock",
        "task",
        "stage",
        "sleep",
        "blocking",
        "accept",
        "read"
      })
  void an_operation_is_cancelled_when_it_is_done_and_the_task_has_not_run_since(String operation)
      throws Exception {
    assertEquals("done, effect, struck", Transformed.call(Program.class, "succeeded", operation));
  }

  @Test
  void what_was_got_before_the_deadline_is_returned_after_it() throws Exception {
    assertEquals(
        List.of("receive: done", "send: done", "acquire: done", "lock: done", "stage: done"),
        Transformed.call(
            Program.class,
            "succeededInTime",
            List.of("receive", "send", "acquire", "lock", "stage")));
  }

  @Test
  void a_cancelled_connect_leaves_no_connection() throws Exception {
    assertEquals(List.of(-1, "struck"), Transformed.call(Program.class, "connect"));
  }

  @Test
  void a_cancelled_file_operation_has_its_result_or_is_cancelled(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("file");
    Files.writeString(file, "text");
    assertEquals(
        List.of("struck", "struck", "struck"), Transformed.call(Program.class, "files", file));
    assertEquals(
        false, Transformed.call(Program.class, "fileBefore", directory.resolve("never written")));
  }

  /** Transformed. */
  public static class Program {
    /** One suspending operation. */
    abstract static class Operation implements AutoCloseable {
      /** By the task that manages it, before the operation begins. */
      @Suspendable
      void prepare() throws IOException {}

      @Suspendable
      abstract void call() throws IOException;

      /** Whether the task waits, once it has run. */
      boolean hasBegun() {
        return true;
      }

      /** Makes it succeed, with the loop's next turn if {@link #takesTurn}. */
      void succeed() throws Exception {}

      boolean takesTurn() {
        return true;
      }

      /** Whether it has done what it does; called once it was made to succeed. */
      boolean hasEffect(boolean done) {
        return done;
      }

      @Override
      public void close() throws IOException {}
    }

    private static Operation operation(String name) throws IOException {
      return switch (name) {
        case "receive" -> new Receive();
        case "send" -> new Send();
        case "acquire" -> new Acquire();
        case "lock" -> new Lock();
        case "task" -> new AwaitTask();
        case "stage" -> new AwaitStage();
        case "sleep" -> new Sleep();
        case "blocking" -> new Blocking();
        case "accept" -> new Accept();
        case "read" -> new Read();
        default -> new Write();
      };
    }

    static final class Receive extends Operation {
      private final Channel<String> channel = Channel.buffered(1);

      @Override
      @Suspendable
      void call() {
        channel.receive();
      }

      @Override
      void succeed() {
        channel.trySend("x");
      }

      @Override
      boolean takesTurn() {
        return false;
      }

      @Override
      boolean hasEffect(boolean done) {
        return channel.tryReceive().isEmpty();
      }
    }

    static final class Send extends Operation {
      private final Channel<String> channel = Channel.buffered(1);

      Send() {
        channel.trySend("earlier");
      }

      @Override
      @Suspendable
      void call() {
        channel.send("x");
      }

      @Override
      void succeed() {
        channel.tryReceive();
      }

      @Override
      boolean takesTurn() {
        return false;
      }

      @Override
      boolean hasEffect(boolean done) {
        return channel.tryReceive().isPresent();
      }
    }

    static final class Acquire extends Operation {
      private final Semaphore semaphore = new Semaphore(0);

      @Override
      @Suspendable
      void call() {
        semaphore.acquire();
      }

      @Override
      void succeed() {
        semaphore.release();
      }

      @Override
      boolean takesTurn() {
        return false;
      }

      @Override
      boolean hasEffect(boolean done) {
        return semaphore.availablePermits() == 0;
      }
    }

    static final class Lock extends Operation {
      private final Mutex mutex = new Mutex();

      @Override
      @Suspendable
      void prepare() {
        mutex.lock();
      }

      @Override
      @Suspendable
      void call() {
        mutex.lock();
      }

      @Override
      void succeed() {
        mutex.unlock();
      }

      @Override
      boolean takesTurn() {
        return false;
      }

      @Override
      boolean hasEffect(boolean done) {
        return mutex.isLocked();
      }
    }

    static final class AwaitTask extends Operation {
      private final Channel<String> gate = Channel.buffered(1);
      private Task<String> task;

      @Override
      void prepare() {
        task = Tasks.async(() -> gate.receive());
      }

      @Override
      @Suspendable
      void call() {
        task.await();
      }

      @Override
      void succeed() {
        gate.trySend("x");
      }
    }

    static final class AwaitStage extends Operation {
      private final CompletableFuture<String> stage = new CompletableFuture<>();

      @Override
      @Suspendable
      void call() {
        Tasks.await(stage);
      }

      @Override
      void succeed() {
        stage.complete("x");
      }

      @Override
      boolean takesTurn() {
        return false;
      }
    }

    static final class Sleep extends Operation {
      long millis = 3_600_000;

      @Override
      @Suspendable
      void call() {
        Tasks.sleep(Duration.ofMillis(millis));
      }

      @Override
      void succeed() throws InterruptedException {
        Thread.sleep(3);
      }
    }

    static final class Blocking extends Operation {
      private volatile Thread worker;
      private volatile boolean released;

      @Override
      @Suspendable
      void call() {
        Tasks.blocking(this::spin);
      }

      private String spin() {
        worker = Thread.currentThread();
        while (!released) {
          Thread.onSpinWait();
        }
        return "x";
      }

      @Override
      boolean hasBegun() {
        return worker != null;
      }

      /** Afterwards the result has left the thread, which waits for its next call or has ended. */
      @Override
      void succeed() {
        released = true;
        while (worker != null && !isDone(worker.getState())) {
          Thread.yield();
        }
      }

      private static boolean isDone(Thread.State state) {
        return state == Thread.State.TIMED_WAITING || state == Thread.State.TERMINATED;
      }

      @Override
      boolean takesTurn() {
        return false;
      }

      @Override
      public void close() {
        released = true;
      }
    }

    static class Accept extends Operation {
      final TcpServer server = TcpServer.bind(0);
      Socket client;

      Accept() throws IOException {}

      @Override
      @Suspendable
      void call() throws IOException {
        server.accept();
      }

      @Override
      void succeed() throws IOException {
        client = new Socket(server.localAddress().getAddress(), server.localAddress().getPort());
      }

      @Override
      public void close() throws IOException {
        server.close();
        if (client != null) {
          client.close();
        }
      }
    }

    static class Read extends Accept {
      TcpConnection connection;

      Read() throws IOException {}

      @Override
      @Suspendable
      void prepare() throws IOException {
        super.succeed();
        connection = server.accept();
      }

      @Override
      @Suspendable
      void call() throws IOException {
        connection.read(new byte[1]);
      }

      @Override
      void succeed() throws IOException {
        client.getOutputStream().write(1);
      }
    }

    /** More than the buffers of both sides hold. */
    static final class Write extends Read {
      Write() throws IOException {}

      @Override
      @Suspendable
      void call() throws IOException {
        connection.write(new byte[32 << 20]);
      }

      @Override
      void succeed() throws IOException {
        client.getInputStream().readNBytes(client.getInputStream().available());
      }
    }

    /** Cancelled before it is called, when it would not even have to wait. */
    public static String before(String name) {
      return EventLoop.run(
          () -> {
            try (Operation operation = operation(name)) {
              operation.prepare();
              operation.succeed();
              Tasks.yieldNow();
              Tasks.yieldNow();
              List<Task<String>> self = new ArrayList<>();
              self.add(
                  Tasks.async(
                      () -> {
                        self.get(0).cancel();
                        return attempt(operation);
                      }));
              return self.get(0).await();
            }
          });
    }

    /** Cancelled while it waits; then it could be done. */
    public static String waiting(String name) {
      return EventLoop.run(
          () -> {
            try (Operation operation = operation(name)) {
              operation.prepare();
              Task<String> task = Tasks.async(() -> attempt(operation));
              settle(operation);
              task.cancel();
              operation.succeed();
              return task.await();
            }
          });
    }

    /** Cancelled when it is done and has not run yet. */
    public static String succeeded(String name) {
      return EventLoop.run(
          () -> {
            try (Operation operation = operation(name)) {
              if (operation instanceof Sleep sleep) {
                sleep.millis = 1;
              }
              operation.prepare();
              Task<String> task = Tasks.async(() -> attempt(operation));
              settle(operation);
              operation.succeed();
              if (operation.takesTurn()) {
                Tasks.yieldNow();
              }
              task.cancel();
              return task.await();
            }
          });
    }

    @Suspendable
    private static void settle(Operation operation) {
      for (int i = 0; i < 5 || !operation.hasBegun(); i++) {
        Tasks.yieldNow();
      }
    }

    @Suspendable
    private static String attempt(Operation operation) throws IOException {
      boolean done = false;
      try {
        operation.call();
        done = true;
      } catch (CancellationException e) {
        // told by the result
      }
      String effect = operation.hasEffect(done) ? "effect" : "no effect";
      return (done ? "done" : "cancelled") + ", " + effect + ", " + next();
    }

    @Suspendable
    private static String next() {
      try {
        Tasks.sleep(Duration.ofHours(1));
        return "not struck";
      } catch (CancellationException e) {
        return "struck";
      }
    }

    /** Its time is over before it can be done. */
    public static String timedOut(String name, int millis) {
      return EventLoop.run(
          () -> {
            try (Operation operation = operation(name)) {
              operation.prepare();
              String result = Tasks.async(() -> limited(operation, millis)).await();
              operation.succeed();
              return result + (operation.hasEffect(false) ? ", effect" : ", no effect");
            }
          });
    }

    @Suspendable
    private static String limited(Operation operation, int millis) {
      try {
        return Tasks.withTimeout(Duration.ofMillis(millis), () -> called(operation));
      } catch (TimeoutException e) {
        return "timeout";
      }
    }

    @Suspendable
    private static String called(Operation operation) throws IOException {
      operation.call();
      return "done";
    }

    /** All are done, and then the loop is held up beyond their time. */
    public static List<String> succeededInTime(List<String> names) {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            List<Operation> operations = new ArrayList<>();
            for (String name : names) {
              Operation operation = operation(name);
              operation.prepare();
              operations.add(operation);
              Tasks.async(() -> timed(name, operation, log));
            }
            for (Operation operation : operations) {
              settle(operation);
            }
            for (Operation operation : operations) {
              operation.succeed();
            }
            Thread.sleep(400);
          });
      return log;
    }

    @Suspendable
    private static void timed(String name, Operation operation, List<String> log)
        throws TimeoutException {
      log.add(name + ": " + Tasks.withTimeout(Duration.ofMillis(300), () -> called(operation)));
    }

    /** The server sees the end of the connection, if it sees one at all. */
    public static List<Object> connect() throws IOException {
      List<Object> log = new ArrayList<>();
      try (TcpServer server = TcpServer.bind(0)) {
        EventLoop.run(
            () -> {
              Task<String> task =
                  Tasks.async(
                      () -> {
                        try (TcpConnection connection =
                            TcpConnection.connect(server.localAddress())) {
                          return connection.isOpen() ? next() : "closed";
                        } catch (CancellationException e) {
                          return next();
                        }
                      });
              Tasks.yieldNow();
              task.cancel();
              TcpConnection accepted = server.accept();
              log.add(accepted.read(new byte[1]));
              log.add(task.await());
            });
      }
      return log;
    }

    /** Reads, opens and writes. */
    public static List<String> files(Path file) {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            List<Task<String>> tasks = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
              int operation = i;
              tasks.add(Tasks.async(() -> file(operation, file)));
            }
            Tasks.yieldNow();
            for (Task<String> task : tasks) {
              task.cancel();
              log.add(task.await());
            }
          });
      return log;
    }

    @Suspendable
    private static String file(int operation, Path file) throws IOException {
      try {
        switch (operation) {
          case 0 -> AsyncFile.readString(file);
          case 1 -> AsyncFile.open(file).close();
          default -> AsyncFile.writeString(file, "other");
        }
      } catch (CancellationException e) {
        // or it has its result
      }
      return next();
    }

    /** Cancelled before it writes; whether the file is there. */
    public static boolean fileBefore(Path file) {
      EventLoop.run(
          () -> {
            List<Task<Void>> self = new ArrayList<>();
            self.add(
                Tasks.async(
                    () -> {
                      self.get(0).cancel();
                      AsyncFile.writeString(file, "text");
                    }));
          });
      return Files.exists(file);
    }
  }
}
