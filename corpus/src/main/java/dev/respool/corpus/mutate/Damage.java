package dev.respool.corpus.mutate;

import java.util.Arrays;
import java.util.Random;

/** Changes some bytes of a class file: bits, counts off by one, opcodes, copies, an early end. */
final class Damage {
  private static final int MOST_EDITS = 4;
  private static final int LEAST_LENGTH = 16;
  private static final int MOST_COPIED = 8;

  /** Counts that overflow, opcodes such as wide, invokedynamic, tableswitch, jsr and ret. */
  private static final int[] INTERESTING = {0, 1, 0x7f, 0x80, 0xff, 0xc4, 0xba, 0xaa, 0xa8, 0xa9};

  private final Random random;

  Damage(Random random) {
    this.random = random;
  }

  /**
   * @return a damaged copy
   */
  byte[] of(byte[] original) {
    byte[] bytes = original.clone();
    int edits = 1 + random.nextInt(MOST_EDITS);
    for (int i = 0; i < edits && bytes.length > LEAST_LENGTH; i++) {
      bytes = edited(bytes);
    }
    return bytes;
  }

  private byte[] edited(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(6)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) INTERESTING[random.nextInt(INTERESTING.length)];
      case 2 -> bytes[at] = (byte) random.nextInt();
      case 3 -> bytes[at] += (byte) (random.nextBoolean() ? 1 : -1);
      case 4 -> copy(bytes, at);
      default -> {
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at) : bytes;
      }
    }
    return bytes;
  }

  private void copy(byte[] bytes, int to) {
    int length = Math.min(1 + random.nextInt(MOST_COPIED), bytes.length - to);
    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, to, length);
  }
}
