package dev.respool.it.targets;

/** Break, continue and return through finally blocks that suspend. */
public final class FinallyJumps {
  private FinallyJumps() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    outer:
    for (int i = 0; i < 4; i++) {
      try {
        for (int j = 0; j < 3; j++) {
          try {
            if (Probe.i(i) == 0) {
              continue outer;
            }
            if (j == 1) {
              break;
            }
            if (i == 3) {
              break outer;
            }
            out.append(Probe.i(j));
          } finally {
            Probe.hit("inner " + j);
            out.append('i');
          }
        }
      } finally {
        out.append(Probe.ref("o"));
      }
    }
    return out.append(early(2)).toString();
  }

  private static String early(int count) {
    while (true) {
      try {
        if (Probe.i(count--) == 0) {
          return "early" + Probe.i(count);
        }
      } finally {
        Probe.hit("left with " + count);
      }
    }
  }
}
