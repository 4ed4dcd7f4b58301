package dev.respool.it.targets;

/** A long-lived object that is driven through states over many suspensions. */
public final class StateMachine {
  private StateMachine() {}

  private enum State {
    IDLE,
    READING,
    DONE
  }

  private State state = State.IDLE;
  private final StringBuilder read = new StringBuilder();

  public static Object run() {
    StateMachine machine = new StateMachine();
    int steps = 0;
    while (machine.state != State.DONE) {
      machine.step(steps++);
    }
    return machine.read.append(steps).toString();
  }

  private void step(int number) {
    state =
        switch (state) {
          case IDLE -> {
            read.append(Probe.ref("start"));
            yield State.READING;
          }
          case READING -> Probe.i(number) > 3 ? State.DONE : read(number);
          case DONE -> throw new IllegalStateException("done");
        };
  }

  private State read(int number) {
    read.append(Probe.i(number));
    return Probe.b(number % 2 == 0) ? State.READING : State.IDLE;
  }
}
