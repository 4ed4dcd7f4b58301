package dev.respool.it.targets;

import java.util.ArrayList;
import java.util.List;

/** Try, catch and finally in constructors, exceptions out of them, and objects that escape. */
public final class ConstructorsThatThrow {
  private ConstructorsThatThrow() {}

  private static class Careful implements AutoCloseable {
    final List<String> log;
    final int value;
    private String state = "new";

    Careful(List<String> log, int n) {
      this.log = log;
      int found;
      try {
        log.add("try " + Probe.i(n));
        found = n > 1 ? Probe.fail("too many " + n) : Probe.i(n);
      } catch (IllegalStateException e) {
        found = Probe.i(e.getMessage().length());
        log.add("caught " + state);
      } finally {
        log.add("finally " + Probe.i(n));
        state = "tried";
      }
      value = found;
    }

    @Override
    public void close() {
      log.add("close " + Probe.ref(state));
    }
  }

  private static final class Failing extends Careful {
    final int own;

    Failing(List<Object> escaped, List<String> log, int n) {
      super(log, n);
      escaped.add(this);
      Probe.hit("escaped");
      own = n == 2 ? Probe.fail("failing") : Probe.i(n);
      escaped.add("whole");
    }
  }

  private static final class Escaping {
    final int value;

    Escaping(List<Escaping> all) {
      all.add(this);
      int seen = all.get(0).value;
      value = Probe.i(7) + seen;
      Probe.hit("now " + all.get(0).value);
    }
  }

  public static Object run() {
    List<String> log = new ArrayList<>();
    List<Object> escaped = new ArrayList<>();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      try (Careful resource = new Careful(log, i);
          Failing failing = new Failing(escaped, log, i)) {
        out.append(resource.value).append(failing.own).append(Probe.ref(" "));
      } catch (IllegalStateException e) {
        Failing half = (Failing) escaped.get(escaped.size() - 1);
        out.append(e.getMessage()).append(half.value).append(half.own).append(half.log.size());
      } finally {
        out.append(new Careful(log, Probe.i(i)).value);
      }
    }
    List<Escaping> all = new ArrayList<>();
    out.append(new Escaping(all).value + new Escaping(all).value);
    return out + " " + log + (escaped.size() + uncaught());
  }

  private static int uncaught() {
    try {
      return new Failing(new ArrayList<>(), new ArrayList<>(), 2).own;
    } catch (IllegalStateException e) {
      return Probe.i(e.getMessage().length());
    }
  }
}
