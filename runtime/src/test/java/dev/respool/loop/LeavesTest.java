package dev.respool.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.abi.LeafMethod;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LeavesTest {
  private static final List<Class<?>> WITH_LEAVES =
      List.of(
          Task.class,
          Tasks.class,
          TaskScope.class,
          CoroutineLocal.class,
          AsyncFile.class,
          StreamServer.class,
          StreamConnection.class,
          TcpConnection.class,
          UnixSocket.class,
          UdpSocket.class,
          Processes.class,
          RunningProcess.class,
          ProcessOutput.class,
          DirectoryWalk.class,
          DirectoryWatch.class,
          Channel.class,
          ChannelIterator.class,
          Select.class,
          Broadcast.class,
          Mutex.class,
          Condition.class,
          Semaphore.class,
          CountDownLatch.class,
          RateLimiter.class);

  private static final List<Class<?>> BODIES =
      List.of(
          TaskBody.class,
          TaskAction.class,
          ScopeBody.class,
          ScopeAction.class,
          PublisherBody.class,
          ConnectionHandler.class);

  @Test
  void each_leaf_has_its_constant_and_each_constant_its_leaf() throws Exception {
    for (Class<?> type : WITH_LEAVES) {
      assertEquals(leaves(type), constants(type), type.getName());
    }
  }

  private static Set<String> leaves(Class<?> type) {
    Set<String> leaves = new TreeSet<>();
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Suspendable.class)) {
        MethodType shape =
            MethodType.methodType(method.getReturnType(), method.getParameterTypes());
        leaves.add(method.getName() + shape.toMethodDescriptorString());
      }
    }
    assertTrue(!leaves.isEmpty(), type + " has leaves");
    return leaves;
  }

  private static Set<String> constants(Class<?> type) throws IllegalAccessException {
    Set<String> values = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (field.getType() == LeafMethod.class) {
        field.setAccessible(true);
        values.add(field.get(null).toString());
      }
    }
    return values;
  }

  @Test
  void no_other_class_of_the_package_has_leaves() throws Exception {
    Set<String> found = new TreeSet<>();
    Path root = Path.of(Task.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(root.resolve("dev/respool/loop"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        Class<?> type = Class.forName("dev.respool.loop." + name);
        if (Stream.of(type.getDeclaredMethods())
            .anyMatch(method -> method.isAnnotationPresent(Suspendable.class))) {
          found.add(type.getSimpleName());
        }
      }
    }
    Set<String> listed = new TreeSet<>();
    WITH_LEAVES.forEach(type -> listed.add(type.getSimpleName()));
    BODIES.forEach(type -> listed.add(type.getSimpleName()));
    assertEquals(listed, found);
  }

  @Test
  void a_leaf_outside_a_task_says_who_called_what_and_what_to_do() {
    List<Executable> calls =
        List.of(
            () -> Tasks.sleep(Duration.ZERO),
            () -> Tasks.yieldNow(),
            () -> Tasks.await(CompletableFuture.completedFuture(1)),
            () -> Tasks.blocking(() -> 1),
            () -> Tasks.withTimeout(Duration.ofDays(1), () -> 1),
            () -> Tasks.withTimeout(Duration.ofDays(1), () -> {}),
            () -> Tasks.withDeadline(Instant.MAX, () -> 1),
            () -> Tasks.withDeadline(Instant.MAX, () -> {}),
            () -> Tasks.clock(),
            () -> Tasks.shielded(() -> 1),
            () -> Tasks.async(() -> 1),
            () -> CoroutineLocal.of(1).get(),
            () -> CoroutineLocal.of(1).set(2),
            () -> CoroutineLocal.of(1).where(2, () -> {}),
            () -> TaskScope.failFast(scope -> {}),
            () -> TaskScope.firstSuccess(scope -> {}),
            () -> TaskScope.supervised((task, failure) -> {}, scope -> {}),
            () -> AsyncFile.readString(Path.of("x")),
            () -> TcpConnection.connect("localhost", 1),
            () -> TcpConnection.connect("localhost", 1, Duration.ofDays(1)),
            () -> UnixSocket.connect(Path.of("x")),
            () -> Processes.run(new ProcessBuilder("x")),
            () -> DirectoryWalk.of(Path.of("x")).next(),
            () -> Channel.buffered(1).send("x"),
            () -> Channel.rendezvous().receive(),
            () -> new Select().await(),
            () -> Broadcast.buffered(1).send("x"),
            () -> Broadcast.buffered(1).subscribe(),
            () -> Publishers.subscribe(subscriber -> {}, 1),
            () -> new Mutex().lock(),
            () -> new Mutex().newCondition().await(),
            () -> new Semaphore(1).acquire(),
            () -> new CountDownLatch(0).await(),
            () -> new RateLimiter(1, Duration.ofDays(1)).acquire());
    for (Executable call : calls) {
      String message = assertThrows(IllegalStateException.class, call).getMessage();
      assertTrue(message.contains("outside a task"), message);
      assertTrue(message.contains("EventLoop.run"), message);
    }
  }

  @Test
  void an_accept_outside_a_task_is_refused_and_the_server_still_closes() throws IOException {
    try (TcpServer server = TcpServer.bind(0)) {
      assertThrows(IllegalStateException.class, server::accept);
      assertThrows(IllegalStateException.class, () -> server.serve(connection -> {}));
      assertTrue(server.localAddress().getPort() > 0);
    }
  }

  @Test
  void a_body_that_does_not_suspend_needs_no_transformation() {
    assertEquals("done", EventLoop.run(() -> "done"));
  }

  @Test
  void a_wait_in_a_body_that_is_not_transformed_is_refused_with_the_reason() {
    IllegalStateException thrown =
        assertThrows(
            dev.respool.NotSuspendableException.class,
            () -> EventLoop.run(() -> Tasks.sleep(Duration.ofDays(1))));
    assertTrue(thrown.getMessage().contains("attempt to yield across"), thrown.getMessage());
  }
}
