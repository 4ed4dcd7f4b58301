package dev.respool.benchmarks.quasar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * Hands out class files as if they were Java 11's at most: newer ones differ in attributes that a
 * reader skips if it does not know them. Only for reading; the classes it loads are its parent's.
 */
final class OlderClasses extends ClassLoader {
  private static final int MAJOR_VERSION = 7;
  private static final byte JAVA_11 = 55;

  OlderClasses(ClassLoader parent) {
    super(parent);
  }

  /** Lowers the version in a class file; returns the same array. */
  static byte[] older(byte[] classFile) {
    if (classFile[MAJOR_VERSION] > JAVA_11) {
      classFile[MAJOR_VERSION] = JAVA_11;
    }
    return classFile;
  }

  @Override
  public URL getResource(String name) {
    URL found = super.getResource(name);
    return found == null || !name.endsWith(".class") ? found : older(found);
  }

  private static URL older(URL found) {
    try {
      return new URL(null, found.toExternalForm(), new Older(found));
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Older extends URLStreamHandler {
    private final URL original;

    Older(URL original) {
      this.original = original;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
          try (InputStream in = original.openStream()) {
            return new ByteArrayInputStream(older(in.readAllBytes()));
          }
        }
      };
    }
  }
}
