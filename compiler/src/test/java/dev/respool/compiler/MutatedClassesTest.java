package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.suspendable.Patterns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Class files that were damaged at random, with everything suspendable: the compiler compiles what
 * it can read and refuses the rest by name. It does nothing else, and it ends.
 */
class MutatedClassesTest {
  private static final int MUTANTS = Integer.getInteger("respool.mutants", 10_000);
  private static final long SEED = Long.getLong("respool.seed", 20_261_123L);
  private static final Duration FOR_ONE = Duration.ofSeconds(20);

  private static final List<Class<?>> ORIGINALS =
      List.of(
          java.util.ArrayDeque.class,
          java.util.BitSet.class,
          java.util.Optional.class,
          java.util.StringJoiner.class,
          java.util.concurrent.CyclicBarrier.class,
          java.util.concurrent.locks.ReentrantLock.class,
          java.util.stream.StreamSupport.class,
          java.util.zip.CRC32.class,
          java.lang.ProcessBuilder.class,
          java.lang.StackTraceElement.class,
          java.io.BufferedReader.class,
          java.io.PushbackInputStream.class,
          java.net.InetSocketAddress.class,
          java.text.ChoiceFormat.class,
          java.time.Year.class,
          Compiler.class,
          CompilerTest.Pump.class);

  private static final int[] INTERESTING = {0, 1, 0x7f, 0x80, 0xff, 0xc4, 0xba, 0xa8, 0xc9};

  private final Compiler compiler =
      new Compiler(new ClassWorld(), Patterns.parse("java.**;dev.respool.compiler.**"));
  private int compiled;
  private int refused;

  @Test
  void a_damaged_class_is_compiled_or_refused() {
    List<byte[]> originals = new ArrayList<>();
    ORIGINALS.forEach(type -> originals.add(ClassWorld.bytesOf(type)));
    for (int i = 0; i < MUTANTS; i++) {
      Random random = new Random(SEED + i);
      byte[] mutant = mutated(originals.get(random.nextInt(originals.size())), random);
      String name = "mutant " + i + " of -Drespool.seed=" + SEED;
      assertTimeoutPreemptively(FOR_ONE, () -> compile(mutant, name), name);
    }
    assertTrue(compiled > MUTANTS / 10, compiled + " of " + MUTANTS + " were compiled");
    assertTrue(refused > MUTANTS / 10, refused + " of " + MUTANTS + " were refused");
  }

  private void compile(byte[] mutant, String name) {
    try {
      compiler.compile(mutant);
      compiled++;
    } catch (UnreadableClassException e) {
      refused++;
      assertTrue(e.getMessage().endsWith("; the class is left as it was"), e.getMessage());
    } catch (Throwable e) {
      throw new AssertionError(name, e);
    }
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int edits = 1 + random.nextInt(4); edits > 0 && bytes.length > 16; edits--) {
      bytes = edited(bytes, random);
    }
    return bytes;
  }

  private static byte[] edited(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(6)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) INTERESTING[random.nextInt(INTERESTING.length)];
      case 2 -> bytes[at] = (byte) random.nextInt();
      case 3 -> bytes[at] += (byte) (random.nextBoolean() ? 1 : -1);
      case 4 -> copy(bytes, at, random);
      default -> {
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at) : bytes;
      }
    }
    return bytes;
  }

  private static void copy(byte[] bytes, int to, Random random) {
    int length = Math.min(1 + random.nextInt(8), bytes.length - to);
    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, to, length);
  }
}
