package dev.respool.it.targets;

import java.io.InputStream;
import java.util.AbstractList;

/** Overrides of JDK methods, suspending, called by the type of the subclass. */
public final class JdkSubclass {
  private JdkSubclass() {}

  private static final class Numbers extends AbstractList<Integer> {
    @Override
    public Integer get(int index) {
      return Probe.i(index) * 2;
    }

    @Override
    public int size() {
      return Probe.i(3);
    }
  }

  private static final class Letters extends InputStream {
    private int next = 'a';

    @Override
    public int read() {
      return next > 'c' ? -1 : Probe.i(next++);
    }
  }

  public static Object run() {
    Numbers numbers = new Numbers();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      out.append(numbers.get(i));
    }
    Letters letters = new Letters();
    for (int c = letters.read(); c >= 0; c = letters.read()) {
      out.append((char) c);
    }
    return out.toString();
  }
}
