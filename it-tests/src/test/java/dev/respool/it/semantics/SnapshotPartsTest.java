package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.CloseableDoubleIterator;
import dev.respool.CloseableIntIterator;
import dev.respool.CloseableLongIterator;
import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.DoubleGenerator;
import dev.respool.DoubleGeneratorBody;
import dev.respool.DoubleYielder;
import dev.respool.IntGenerator;
import dev.respool.IntGeneratorBody;
import dev.respool.IntYielder;
import dev.respool.LongGenerator;
import dev.respool.LongGeneratorBody;
import dev.respool.LongYielder;
import dev.respool.Saveable;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Restores a snapshot of version 1 of the format with all that the one of {@link
 * SnapshotFormatTest} does not have. The classes below must keep their names, their locals and what
 * their lambda does. {@code -Dsnapshot.write=DIRECTORY} writes the file.
 */
@ExtendWith(TransformedTests.class)
class SnapshotPartsTest {
  private static final String WRITE = System.getProperty("snapshot.write");
  private static final String FILE = "format-1-parts.snapshot";

  private final Object service = new StringBuilder("service");

  @Saveable
  private static final class Chosen {
    private static final long serialVersionUID = 1;
    private static final Chosen ONE = new Chosen();

    private static IntUnaryOperator adding(int n) {
      return x -> x + n;
    }
  }

  private record Asking(String question) implements Serializable {
    @Suspendable
    String ask() {
      String answer = Coroutine.yield(question);
      return question + answer;
    }
  }

  private record Later(String text) implements CoroutineBody<Object, Object>, Serializable {
    @Override
    @Suspendable
    public Object run(Object first) {
      Object second = Coroutine.yield(text);
      return text + first + second;
    }
  }

  private record Ints(int last) implements IntGeneratorBody, Serializable {
    @Override
    @Suspendable
    public void run(IntYielder g) {
      for (int n = 1; n <= last; n++) {
        g.yield(n);
      }
    }
  }

  private record Longs(long last) implements LongGeneratorBody, Serializable {
    @Override
    @Suspendable
    public void run(LongYielder g) {
      for (long n = 1; n <= last; n++) {
        g.yield(n << 40);
      }
    }
  }

  private record Doubles(double last) implements DoubleGeneratorBody, Serializable {
    @Override
    @Suspendable
    public void run(DoubleYielder g) {
      for (double n = 1; n <= last; n++) {
        g.yield(n / 2);
      }
    }
  }

  private record Parts(Object service) implements CoroutineBody<Object, Object> {
    @Override
    @Suspendable
    public Object run(Object first) {
      return all(service);
    }

    @Suspendable
    private static String all(Object service) {
      IntUnaryOperator lambda = Chosen.adding(2);
      Chosen constant = Chosen.ONE;
      Map<String, Integer> map = new HashMap<>(Map.of("key", 1));
      Map.Entry<String, Integer> entry = map.entrySet().iterator().next();
      Coroutine<Object, Object> later = Coroutine.create(new Later("later"));
      CloseableIntIterator ints = IntGenerator.of(new Ints(3)).iterator();
      CloseableLongIterator longs = LongGenerator.of(new Longs(3)).iterator();
      CloseableDoubleIterator doubles = DoubleGenerator.of(new Doubles(3)).iterator();
      int taken = ints.nextInt();
      boolean ready = longs.hasNext();
      double half = doubles.nextDouble();
      Supplier<String> asks = new Asking("?")::ask;
      String said = joined(entry.getKey(), 1L << 40, asks.get());
      said += " " + lambda.applyAsInt(1) + (constant == Chosen.ONE) + entry;
      said += " " + later.resume("!") + later.resume("?") + later.isDone();
      said += " " + taken + ints.nextInt() + ready + longs.nextLong() + longs.nextLong();
      return said + " " + half + doubles.nextDouble() + service;
    }

    private static String joined(String text, long number, String last) {
      return text + number + last;
    }
  }

  private SnapshotPolicy policy() {
    return SnapshotPolicy.allowing(SnapshotPartsTest.class.getName())
        .withExternals(Map.of("service", service))
        .withClassLoader(SnapshotPartsTest.class.getClassLoader());
  }

  private byte[] saved() {
    Coroutine<Object, Object> co = Coroutine.create(new Parts(service));
    assertEquals("?", co.resume());
    return Snapshot.of(co, policy()).toBytes();
  }

  private byte[] kept() throws IOException {
    if (WRITE != null) {
      Files.write(Path.of(WRITE, FILE), saved());
    }
    try (InputStream in = getClass().getResourceAsStream("/dev/respool/it/snapshots/" + FILE)) {
      return in.readAllBytes();
    }
  }

  private void goesOn(byte[] bytes) {
    Coroutine<Object, Object> co = Snapshot.read(bytes, policy()).restore();
    assertEquals(
        "key1099511627776?- 3truekey=1 laterlater!?true 12true10995116277762199023255552"
            + " 0.51.0service",
        co.resume("-"));
  }

  @Test
  void a_snapshot_of_today_is_restored() {
    goesOn(saved());
  }

  @Test
  void the_kept_snapshot_of_version_1_is_restored() throws IOException {
    goesOn(kept());
  }

  @Test
  void the_kept_snapshot_has_every_part() throws IOException {
    String text = new String(kept(), StandardCharsets.ISO_8859_1);
    for (String part :
        List.of(
            "SavedLambda",
            "ConstantReference",
            "ExternalReference",
            "ContinuationReference",
            "java.util.AbstractMap$SimpleEntry",
            "SnapshotPartsTest$Later", // the body of a coroutine that has not begun
            "respool$ref$ask$0", // an adapter
            "SnapshotPartsTest$Ints", // of the frames of generators
            "SnapshotPartsTest$Longs",
            "SnapshotPartsTest$Doubles",
            "\2.0", // operands
            "\2.1")) {
      assertTrue(text.contains(part), part);
    }
    String shown = Snapshot.read(kept(), policy()).toString();
    assertTrue(shown.contains("with 4 more that it refers to"), shown);
  }
}
