package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.Generator;
import dev.respool.GeneratorBody;
import dev.respool.Suspendable;
import dev.respool.Yielder;
import dev.respool.it.harness.TransformedTests;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Restores a snapshot of each version of the format that was ever published. The methods below must
 * keep their locals; {@code -Dsnapshot.write=DIRECTORY} writes the file of the present version.
 */
@ExtendWith(TransformedTests.class)
class SnapshotFormatTest {
  private static final String WRITE = System.getProperty("snapshot.write");

  private record Numbers(int last) implements GeneratorBody<Integer>, Serializable {
    @Override
    @Suspendable
    public void run(Yielder<Integer> yielder) {
      for (int n = 1; n <= last; n++) {
        yielder.yield(n);
      }
    }
  }

  @Suspendable
  private static Object mixed(String text, long l, double d, char c, boolean z, int[] ints) {
    String said = text;
    for (int n : Generator.of(new Numbers(2))) {
      for (String s : List.of("a", "b")) {
        said = said + Coroutine.<Object>yield(n + s);
      }
    }
    return said + l + d + c + z + ints[0];
  }

  private static Coroutine<Object, Object> suspended() {
    Coroutine<Object, Object> co =
        Coroutine.create(first -> mixed("t", 1L << 40, 0.5, 'c', true, new int[] {7}));
    co.resume();
    return co;
  }

  @Test
  void a_snapshot_of_version_1_is_restored() throws Exception {
    if (WRITE != null) {
      Files.write(Path.of(WRITE, "format-1.snapshot"), Snapshot.of(suspended()).toBytes());
    }
    try (InputStream in =
        getClass().getResourceAsStream("/dev/respool/it/snapshots/format-1.snapshot")) {
      SnapshotPolicy policy =
          SnapshotPolicy.allowing(SnapshotFormatTest.class.getName() + "*")
              .withClassLoader(SnapshotFormatTest.class.getClassLoader());
      Coroutine<Object, Object> co = Snapshot.read(in, policy).restore();
      assertEquals("1b", co.resume("-"));
      assertEquals("2a", co.resume("-"));
      assertEquals("2b", co.resume("-"));
      assertEquals("t----10995116277760.5ctrue7", co.resume("-"));
    }
  }
}
