package dev.respool.it.targets;

/** Many suspension points in one method, reached by a computed path. */
public final class LongMethod {
  private LongMethod() {}

  public static Object run() {
    int state = 0;
    StringBuilder path = new StringBuilder();
    while (true) {
      path.append(state);
      switch (state) {
        case 0:
          state = Probe.i(3);
          break;
        case 1:
          state = Probe.i(4) + Probe.i(0);
          break;
        case 2:
          state = Probe.b(path.length() > 4) ? Probe.i(1) : Probe.i(5);
          break;
        case 3:
          state = Probe.i(Probe.i(Probe.i(2)));
          break;
        case 4:
          state = path.length() > 8 ? Probe.i(7) : Probe.i(6) - Probe.i(6);
          break;
        case 5:
          for (int i = 0; i < 2; i++) {
            state = Probe.i(i) + Probe.i(1);
          }
          break;
        default:
          return path.append(Probe.ref("end")).toString();
      }
    }
  }
}
