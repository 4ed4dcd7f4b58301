package dev.respool.examples.files;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a {@link FileServer} is told on its command line. */
final class FileServerOptions {
  static final String USAGE =
      """
      usage: FileServer [options] DIRECTORY
        --host HOST          where to listen; if not given, 127.0.0.1: for programs on this machine
        --port N             if not given, 8080; 0 takes any free port
        --list               shows what a directory without index.html contains
        --tls                serves HTTPS and HTTP/2, with a certificate that is made for a trial
        --key-store FILE     serves HTTPS and HTTP/2 with the key of a key store; its password is
                             the value of the environment variable KEY_STORE_PASSWORD
        --connections N      how many may be open at once; if not given, 1000
        --idle SECONDS       closes a connection on which nothing moves; if not given, 60
        --grace SECONDS      how long downloads may go on after SIGTERM; if not given, 10""";

  private Path directory;
  private String host = "127.0.0.1";
  private int port = 8080;
  private boolean listing;
  private boolean selfSigned;
  private Path keyStore;
  private int connections = 1000;
  private Duration idle = Duration.ofSeconds(60);
  private Duration grace = Duration.ofSeconds(10);

  private FileServerOptions() {}

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException if it is wrong; the message says what to change
   */
  static FileServerOptions parse(String... args) {
    FileServerOptions options = new FileServerOptions();
    Deque<String> words = new ArrayDeque<>(List.of(args));
    while (!words.isEmpty()) {
      options.take(words.poll(), words);
    }
    options.check();
    return options;
  }

  private void take(String word, Deque<String> words) {
    switch (word) {
      case "--host" -> host = value(word, words);
      case "--port" -> port = number(word, words, 0, 65_535);
      case "--list" -> listing = true;
      case "--tls" -> selfSigned = true;
      case "--key-store" -> keyStore = Path.of(value(word, words));
      case "--connections" -> connections = number(word, words, 1, 1_000_000);
      case "--idle" -> idle = Duration.ofSeconds(number(word, words, 1, 86_400));
      case "--grace" -> grace = Duration.ofSeconds(number(word, words, 0, 86_400));
      default -> takeDirectory(word);
    }
  }

  private void takeDirectory(String word) {
    if (word.startsWith("-")) {
      throw new IllegalArgumentException("there is no option " + word);
    }
    if (directory != null) {
      throw new IllegalArgumentException(
          "one directory is served, not both " + directory + " and " + word);
    }
    directory = Path.of(word);
  }

  private static String value(String option, Deque<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value behind it");
    }
    return words.poll();
  }

  private static int number(String option, Deque<String> words, int least, int most) {
    String value = value(option, words);
    if (!value.matches("[0-9]{1,7}")
        || Integer.parseInt(value) < least
        || Integer.parseInt(value) > most) {
      throw new IllegalArgumentException(
          option + " needs a number from " + least + " to " + most + ", not " + value);
    }
    return Integer.parseInt(value);
  }

  private void check() {
    if (directory == null) {
      throw new IllegalArgumentException("name the directory to serve");
    }
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(directory + " is not a directory");
    }
    if (selfSigned && keyStore != null) {
      throw new IllegalArgumentException("--tls makes a key: leave it out or --key-store");
    }
    if (new InetSocketAddress(host, port).isUnresolved()) {
      throw new IllegalArgumentException("there is no host " + host);
    }
  }

  Path directory() {
    return directory;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(host, port);
  }

  boolean listing() {
    return listing;
  }

  /** Whether to make a key. */
  boolean selfSigned() {
    return selfSigned;
  }

  /** Where the key is, or null. */
  Path keyStore() {
    return keyStore;
  }

  int connections() {
    return connections;
  }

  Duration idle() {
    return idle;
  }

  Duration grace() {
    return grace;
  }
}
