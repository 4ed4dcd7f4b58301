package dev.respool.console;

import dev.respool.Suspendable;
import dev.respool.inspect.InspectionOptions;
import dev.respool.inspect.LoopPicture;
import dev.respool.inspect.TaskFilter;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Mutex;
import dev.respool.loop.Task;
import dev.respool.loop.TaskAction;
import dev.respool.loop.Tasks;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A loop on a thread of its own, with tasks that wait until the test ends. */
public final class Program implements AutoCloseable {
  private final EventLoop loop = EventLoop.create();
  private final ConcurrentLinkedQueue<Task<?>> tasks = new ConcurrentLinkedQueue<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Task<?> keeper;
  private final Thread thread;

  /** Runs. */
  public Program() {
    keeper = loop.spawn(Program::keep);
    keeper.named("keeper");
    thread = new Thread(loop::runUntilDone, "program");
    thread.start();
  }

  @Suspendable
  private static void keep() {
    while (true) {
      Tasks.sleep(Duration.ofHours(1));
    }
  }

  /** The number of the loop. */
  public long number() {
    return loop.inspectable().number();
  }

  /** Takes a picture of some of the tasks. */
  public LoopPicture inspect(TaskFilter filter, int most) {
    InspectionOptions options = InspectionOptions.standard().withMaxTasks(most);
    return loop.inspectable().inspect(options, filter);
  }

  /** Starts a task with a name. */
  public Task<?> spawn(String name, TaskAction body) {
    Task<?> task = loop.spawn(body).named(name);
    tasks.add(task);
    return task;
  }

  /** So many tasks that sleep, as children of one. */
  public void sleepers(int count) throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    spawn("parent of sleepers", () -> sleepers(count, started));
    if (!started.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the sleepers do not start");
    }
  }

  @Suspendable
  private static void sleepers(int count, CountDownLatch started) {
    for (int i = 0; i < count; i++) {
      int number = i;
      Tasks.async(() -> sleepLong(number));
      if (i % 1000 == 999) {
        Tasks.yieldNow();
      }
    }
    Tasks.yieldNow();
    started.countDown();
  }

  @Suspendable
  private static void sleepLong(int number) {
    Duration howLong = Duration.ofHours(1).plusSeconds(number);
    Tasks.sleep(howLong);
  }

  /** A hundred tasks or so that do what servers do: wait for all kinds of things. */
  public void office() {
    Channel<String> orders = Channel.rendezvous();
    Mutex till = new Mutex();
    spawn("till holder", () -> holdTill(till));
    for (int i = 0; i < 6; i++) {
      int number = i;
      spawn("cashier " + i, () -> cash(number, till));
    }
    for (int i = 0; i < 8; i++) {
      int number = i;
      spawn("poller " + i, () -> poll(number));
    }
    spawn("clerk", () -> clerk(5));
    spawn("printer", () -> Tasks.blocking(() -> end.await(1, TimeUnit.HOURS)));
    for (int i = 0; i < 24; i++) {
      int number = i;
      spawn("worker " + i, () -> work(number, orders));
    }
    sleepersNow(50);
  }

  /** A listener, and couriers that wait for a parcel and then carry it for a while. */
  public void market() {
    Channel<String> parcels = Channel.rendezvous();
    spawn("listener", Program::listen);
    spawn("dispatcher", () -> dispatch(parcels));
    for (int i = 0; i < 5; i++) {
      int number = i;
      spawn("courier " + i, () -> carry(number, parcels));
    }
  }

  @Suspendable
  private static void listen() throws IOException {
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (TcpServer server = TcpServer.bind(here)) {
      server.accept();
    }
  }

  @Suspendable
  private static void dispatch(Channel<String> parcels) {
    for (int parcel = 1; ; parcel++) {
      parcels.send("parcel " + parcel);
      Tasks.sleep(Duration.ofMillis(600));
    }
  }

  @Suspendable
  private static void carry(int number, Channel<String> parcels) {
    while (true) {
      String parcel = parcels.receive();
      Tasks.sleep(Duration.ofMillis(900 + 400 * number + parcel.length()));
    }
  }

  private void sleepersNow(int count) {
    try {
      sleepers(count);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Suspendable
  private static void work(int number, Channel<String> orders) {
    List<String> done = new ArrayList<>();
    while (true) {
      String order = nextOrder(orders);
      done.add(order + number);
    }
  }

  @Suspendable
  private static String nextOrder(Channel<String> orders) {
    return orders.receive();
  }

  @Suspendable
  private static void holdTill(Mutex till) {
    till.lock();
    try {
      Tasks.sleep(Duration.ofHours(1));
    } finally {
      till.unlock();
    }
  }

  @Suspendable
  private static void cash(int number, Mutex till) {
    double amount = 12.5 * number;
    till.lock();
    if (amount > 0) {
      till.unlock();
    }
  }

  @Suspendable
  private static void poll(int number) {
    for (long round = 0; ; round++) {
      Tasks.sleep(Duration.ofMillis(300 + 100 * number));
    }
  }

  @Suspendable
  private static void clerk(int depth) {
    Task<Void> child = Tasks.async(() -> file(depth));
    child.named("file " + depth);
    child.await();
  }

  @Suspendable
  private static void file(int depth) {
    if (depth == 0) {
      Tasks.sleep(Duration.ofHours(2));
    } else {
      clerk(depth - 1);
    }
  }

  /** Two tasks that take two locks in different orders. */
  public void deadlock() {
    Mutex first = new Mutex();
    Mutex second = new Mutex();
    spawn("left", () -> lockBoth(first, second));
    spawn("right", () -> lockBoth(second, first));
  }

  @Suspendable
  private static void lockBoth(Mutex one, Mutex other) {
    one.lock();
    Tasks.sleep(Duration.ofMillis(50));
    other.lock();
  }

  /** Keeps the loop until the latch is open. */
  public void keepLoop(CountDownLatch until) {
    spawn(
        "hog",
        () -> {
          try {
            until.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void close() {
    end.countDown();
    tasks.forEach(Task::cancel);
    keeper.cancel();
    try {
      thread.join(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
