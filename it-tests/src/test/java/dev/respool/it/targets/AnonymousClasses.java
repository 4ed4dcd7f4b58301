package dev.respool.it.targets;

/** Anonymous and local classes with captured variables. */
public final class AnonymousClasses {
  private AnonymousClasses() {}

  private abstract static class Task {
    final int id;

    Task(int id) {
      this.id = id;
    }

    abstract String perform(String argument);
  }

  public static Object run() {
    long captured = Probe.l(5);
    String text = Probe.ref("c");
    Task task =
        new Task(Probe.i(1)) {
          private int calls;

          @Override
          String perform(String argument) {
            calls += Probe.i(1);
            return argument + id + captured + text + calls;
          }
        };
    class Local extends Task {
      Local(int id) {
        super(id);
      }

      @Override
      String perform(String argument) {
        return captured + Probe.ref(argument) + task.perform(text) + again(id);
      }

      private String again(int left) {
        return left == 0 ? "" : Probe.ref(text) + new Local(left - 1).again(left - 1);
      }
    }
    return task.perform("a") + new Local(Probe.i(2)).perform("b");
  }
}
