package dev.respool.console;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;

/** Options for a {@link Console}. Not for use by several threads. */
public final class ConsoleBuilder {
  private static final int SHORTEST_TOKEN = 16;
  private static final int TOKEN_BYTES = 24;

  private InetSocketAddress listenAt = Console.loopback(0);
  private String token;
  private int maxViewers = 8;
  private Duration period = Duration.ofSeconds(1);
  private int maxTasks = 10_000;
  private boolean locals = true;

  ConsoleBuilder() {}

  /**
   * Another port of the loopback interface.
   *
   * @param port 0 lets the system choose
   * @return this
   */
  public ConsoleBuilder port(int port) {
    return listenAt(Console.loopback(port));
  }

  /**
   * Another address. If it is not of the loopback interface, viewers need a token: the one that you
   * give, or one that is made at random and stands in {@link Console#address}.
   *
   * <p>The console speaks HTTP without TLS. On a network that you do not trust, let it listen on
   * the loopback interface and reach it through a tunnel or a proxy with TLS.
   *
   * @param address resolved
   * @return this
   */
  public ConsoleBuilder listenAt(InetSocketAddress address) {
    Objects.requireNonNull(address, "the address of a console is null");
    if (address.isUnresolved()) {
      throw new IllegalArgumentException(
          "the console cannot listen at " + address + ": that name has no address here");
    }
    this.listenAt = address;
    return this;
  }

  /**
   * A token that viewers need, on the loopback interface too. Without one, each user of this
   * machine may look.
   *
   * @param secret at least 16 characters; letters, digits, {@code -} and {@code _}
   * @return this
   */
  public ConsoleBuilder token(String secret) {
    Objects.requireNonNull(secret, "the token of a console is null");
    if (!secret.matches("[\\w-]{" + SHORTEST_TOKEN + ",}")) {
      throw new IllegalArgumentException(
          "the token of a console must have at least "
              + SHORTEST_TOKEN
              + " characters, which are letters of ASCII, digits, '-' and '_'");
    }
    this.token = secret;
    return this;
  }

  /**
   * How many may look at the same time. Standard: 8.
   *
   * @param most at least 1
   * @return this
   */
  public ConsoleBuilder maxViewers(int most) {
    this.maxViewers = positive("maxViewers", most);
    return this;
  }

  /**
   * How often the loops are read while somebody looks. Standard: a second.
   *
   * @param time at least 50 milliseconds
   * @return this
   */
  public ConsoleBuilder period(Duration time) {
    if (time.compareTo(Duration.ofMillis(50)) < 0) {
      throw new IllegalArgumentException(
          "the period of a console is " + time + " and must be at least 50 ms");
    }
    this.period = time;
    return this;
  }

  /**
   * How many tasks are shown one by one. If there are more, the page shows a sample of about half
   * as many and says so. Standard: 10,000.
   *
   * @param most at least 1
   * @return this
   */
  public ConsoleBuilder maxTasks(int most) {
    this.maxTasks = positive("maxTasks", most);
    return this;
  }

  /**
   * Whether the page shows the values of variables. They may be secret. Standard: true.
   *
   * @param shown false for names and types only, without values
   * @return this
   */
  public ConsoleBuilder locals(boolean shown) {
    this.locals = shown;
    return this;
  }

  private static int positive(String name, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "the option " + name + " of a console is " + number + " and must be at least 1");
    }
    return number;
  }

  /**
   * Starts it.
   *
   * @return a running console
   * @throws IOException if the port cannot be opened
   */
  public Console start() throws IOException {
    boolean isOpen = !listenAt.getAddress().isLoopbackAddress();
    String needed = token == null && isOpen ? randomToken() : token;
    return Console.start(
        new ConsoleOptions(listenAt, needed, maxViewers, period, maxTasks, locals));
  }

  private static String randomToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
