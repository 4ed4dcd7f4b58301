package dev.respool.it.targets;

/** References to super methods, to private ones and to interface methods. */
public final class ReferencesToSuper {
  private ReferencesToSuper() {}

  private interface Call {
    String call(String text);
  }

  private static class Base {
    String say(String text) {
      return Probe.ref("base " + text);
    }
  }

  private static final class Derived extends Base {
    @Override
    String say(String text) {
      Call up = super::say;
      Call mine = this::whisper;
      Call through = mine::call;
      return up.call(text) + mine.call(text) + through.call(Probe.ref("t"));
    }

    private String whisper(String text) {
      return "(" + Probe.ref(text) + ")";
    }
  }

  public static Object run() {
    Call say = new Derived()::say;
    return say.call(Probe.ref("x"));
  }
}
