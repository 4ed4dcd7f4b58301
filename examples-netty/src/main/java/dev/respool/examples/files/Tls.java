package dev.respool.examples.files;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;

/** Keys for HTTPS. Clients that ask for HTTP/2 get it. */
final class Tls {
  private static final ApplicationProtocolConfig ALPN =
      new ApplicationProtocolConfig(
          Protocol.ALPN,
          SelectorFailureBehavior.NO_ADVERTISE,
          SelectedListenerFailureBehavior.ACCEPT,
          ApplicationProtocolNames.HTTP_2,
          ApplicationProtocolNames.HTTP_1_1);

  private Tls() {}

  /**
   * Reads a key and its certificate.
   *
   * @param file a key store of any type that the JDK knows, such as PKCS #12
   * @param password of the store and of the key
   */
  static SslContext of(Path file, char[] password) throws IOException, GeneralSecurityException {
    KeyStore keys = load(file, password);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, password);
    return SslContextBuilder.forServer(factory).applicationProtocolConfig(ALPN).build();
  }

  private static KeyStore load(Path file, char[] password) throws GeneralSecurityException {
    try {
      return KeyStore.getInstance(file.toFile(), password);
    } catch (IOException | IllegalArgumentException e) { // no such file, or the password is wrong
      throw new IllegalArgumentException(
          "cannot read the key store " + file + ": " + e.getMessage(), e);
    }
  }

  /** Makes a key for a trial with the JDK's {@code keytool}; nobody vouches for its certificate. */
  static SslContext selfSigned()
      throws IOException, GeneralSecurityException, InterruptedException {
    Path directory = Files.createTempDirectory("file-server-");
    Path file = directory.resolve("keys.p12");
    String password = "for a trial";
    try {
      makeKey(file, password);
      return of(file, password.toCharArray());
    } finally {
      Files.deleteIfExists(file);
      Files.delete(directory);
    }
  }

  static void makeKey(Path file, String password) throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            "trial",
            "-keyalg",
            "EC",
            "-validity",
            "30",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-storepass",
            password,
            "-keystore",
            file.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    if (process.waitFor() != 0) {
      throw new IOException(keytool + " made no key: " + said + "; use --key-store instead");
    }
  }
}
