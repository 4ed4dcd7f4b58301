package dev.respool.console;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A page that shows the tasks of all event loops of this process, live.
 *
 * <p>It listens on a port of the loopback interface that the system chooses, unless you ask for
 * something else with {@link #builder}. The page loads nothing from elsewhere. It shows values of
 * the program's variables; see {@link ConsoleBuilder#locals} and {@link ConsoleBuilder#token}.
 *
 * <p>While nobody looks, the console reads nothing: it has one thread, which waits for connections.
 * While somebody looks, it reads the loops once in a {@linkplain ConsoleBuilder#period period}, and
 * less often if reading takes more than a twentieth of the time. The page says what that costs.
 *
 * <p>A console that is open does not keep the process alive. All methods may be called by any
 * thread.
 */
public final class Console implements AutoCloseable {
  private static final int THREADS_FOR_REQUESTS = 4; // besides those of the viewers
  private static final long IDLE_SECONDS = 5; // until a thread ends

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final Sampler sampler;
  private final URI address;

  private Console(HttpServer server, ConsoleOptions options) {
    this.server = server;
    this.threads = threads(options.maxViewers() + THREADS_FOR_REQUESTS);
    this.sampler = new Sampler(options);
    int port = server.getAddress().getPort();
    this.address = options.address(port);
    Guard guard = new Guard(options, port);
    serve("/", new PageFiles(), guard);
    serve("/events", new EventStream(sampler.viewers()), guard);
    serve("/api/", new Questions(options), guard);
    server.setExecutor(threads);
  }

  private void serve(String path, HttpHandler handler, Guard guard) {
    server.createContext(path, handler).getFilters().add(guard);
  }

  private static ThreadPoolExecutor threads(int most) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            action -> daemon(action, "respool-console-request"));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  static Thread daemon(Runnable action, String name) {
    Thread thread = new Thread(action, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts a console on a port of the loopback interface.
   *
   * @return a running console
   * @throws IOException if no port can be opened
   */
  public static Console start() throws IOException {
    return builder().start();
  }

  /**
   * Options for a console.
   *
   * @return a builder with the standard options
   */
  public static ConsoleBuilder builder() {
    return new ConsoleBuilder();
  }

  static Console start(ConsoleOptions options) throws IOException {
    Console console = new Console(HttpServer.create(options.address(), 0), options);
    startAsDaemon(console.server);
    return console;
  }

  /**
   * The server's own thread is a daemon if the one that starts it is: it keeps no process alive.
   */
  private static void startAsDaemon(HttpServer server) {
    Thread starter = daemon(server::start, "respool-console-start");
    starter.start();
    boolean interrupted = false;
    while (starter.isAlive()) {
      try {
        starter.join();
      } catch (InterruptedException e) {
        interrupted = true; // for the caller: this does not take long
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The interface of those who sit at this machine. */
  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /**
   * What to open in a browser. It has the token in it, if there is one: who has this address may
   * look.
   *
   * @return an address with the scheme {@code http}
   */
  public URI address() {
    return address;
  }

  /** Disconnects the viewers and closes the port. Closing it again does nothing. */
  @Override
  public void close() {
    sampler.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
