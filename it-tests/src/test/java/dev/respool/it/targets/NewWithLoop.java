package dev.respool.it.targets;

/** A constructor's argument that needs a loop and a handler of its own. */
public final class NewWithLoop {
  private NewWithLoop() {}

  private record Held(String text, int number) {}

  public static Object run() {
    Held held =
        new Held(
            Probe.ref("a"),
            switch (Probe.i(1)) {
              case 1 -> {
                int sum = 0;
                for (int i = 0; i < 3; i++) {
                  sum += Probe.i(i);
                }
                yield sum;
              }
              default -> 0;
            });
    return held.text() + held.number();
  }
}
