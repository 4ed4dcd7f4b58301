package dev.respool.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoaderViewsTest {
  private static final String INITIALISED = "respool.test.initialised";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Report report =
      new Report(new PrintStream(printed, true, StandardCharsets.UTF_8), false, () -> {});
  private final LoaderViews views =
      new LoaderViews(
          loader ->
              LoaderView.of(loader, Patterns.none(), Patterns.none(), Monitors.REFUSE, report));
  private final ClassLoader application = LoaderViewsTest.class.getClassLoader();

  /** Leaves a trace when it is initialised. */
  private static final class NeverInitialised {
    static {
      System.setProperty(INITIALISED, "true");
    }
  }

  /** A loader that has nothing, sees only the boot loader, and must not be asked for its hash. */
  private static final class Lonely extends ClassLoader {
    Lonely() {
      super(null);
    }

    @Override
    public int hashCode() {
      throw new AssertionError("asked for its hash");
    }

    @Override
    public boolean equals(Object other) {
      throw new AssertionError("compared");
    }
  }

  @Test
  void each_loader_has_one_view() {
    Lonely first = new Lonely();
    Lonely second = new Lonely();

    assertSame(views.of(first), views.of(first));
    assertNotSame(views.of(first), views.of(second));
    assertSame(views.of(null), views.of(null));
  }

  @Test
  void a_view_does_not_keep_its_loader_alive() throws InterruptedException {
    WeakReference<ClassLoader> loader = new WeakReference<>(new Lonely());
    LoaderView view = views.of(loader.get());

    for (int i = 0; i < 100 && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }

    assertNull(loader.get());
    assertFalse(view.seesRuntime());
  }

  @Test
  void the_runtime_is_seen_where_it_is() {
    assertTrue(views.of(application).seesRuntime());
    assertFalse(views.of(null).seesRuntime());
    assertFalse(views.of(new Lonely()).seesRuntime());
  }

  @Test
  void class_files_of_program_and_jdk_are_found_without_initialising_them() throws IOException {
    String name = LoaderViewsTest.class.getName().replace('.', '/') + "$NeverInitialised";
    LoaderView view = views.of(application);

    assertArrayEquals(bytesOf(name + ".class"), view.find(name).orElseThrow());
    assertArrayEquals(bytesOf(name + ".class"), view.find(name).orElseThrow());
    assertTrue(view.find("java/util/List").isPresent());
    assertTrue(views.of(null).find("java/util/List").isPresent());
    assertEquals(Optional.empty(), view.find("no/such/Type"));
    assertNull(System.getProperty(INITIALISED));
  }

  private byte[] bytesOf(String resource) throws IOException {
    try (InputStream in = application.getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }
}
