package dev.respool.examples.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A file server for tests that are its clients, and the files that it serves. */
final class RunningFileServer implements AutoCloseable {
  static final String SECRET = "nobody may read this";
  static final String DIGITS = "0123456789";
  static final int LARGE = 5_000_001;

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final FileServer server;
  private final String scheme;

  /**
   * Starts it.
   *
   * @param directory a temporary one; what is served is in {@code public} below it
   * @param options more than the port and the directory
   */
  RunningFileServer(Path directory, String... options) throws Exception {
    Path root = makeFiles(directory);
    List<String> words = new ArrayList<>(List.of(options));
    words.addAll(List.of("--port", "0", root.toString()));
    PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
    server = FileServer.start(FileServerOptions.parse(words.toArray(String[]::new)), out);
    scheme = words.contains("--tls") ? "https" : "http";
  }

  /** Gives the directory that is to be served. */
  static Path makeFiles(Path directory) throws IOException {
    Path root = Files.createDirectories(directory.resolve("public"));
    Files.writeString(root.resolve("digits.txt"), DIGITS);
    Files.writeString(root.resolve("empty.bin"), "");
    Files.writeString(root.resolve("space & ü.txt"), "odd name");
    Files.createDirectories(root.resolve("site"));
    Files.writeString(root.resolve("site/index.html"), "<p>index</p>");
    Files.createDirectories(root.resolve("bare"));
    Files.write(root.resolve("large.bin"), large());
    Files.writeString(directory.resolve("secret.txt"), SECRET);
    if (!Files.exists(root.resolve("link.txt"))) {
      Files.createSymbolicLink(root.resolve("link.txt"), directory.resolve("secret.txt"));
      Files.createSymbolicLink(root.resolve("up"), directory);
    }
    return root;
  }

  static byte[] large() {
    byte[] bytes = new byte[LARGE];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  InetSocketAddress address() {
    return server.address();
  }

  URI uri(String path) {
    return URI.create(scheme + "://127.0.0.1:" + address().getPort() + path);
  }

  Socket connect() throws IOException {
    Socket client = new Socket(address().getAddress(), address().getPort());
    client.setSoTimeout(30_000);
    return client;
  }

  /** Sends bytes as they are and gives what comes until the server ends the connection. */
  String exchange(String requests) throws IOException {
    try (Socket client = connect()) {
      client.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
      byte[] answers = client.getInputStream().readAllBytes();
      return new String(answers, StandardCharsets.ISO_8859_1);
    }
  }

  String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
