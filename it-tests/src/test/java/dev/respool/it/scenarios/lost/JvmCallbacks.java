package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.ref.Cleaner;
import java.util.List;

/** Methods that the JVM or the JDK calls at its own occasions. */
final class JvmCallbacks {
  private static final String REFLECTION = "java.lang.reflect.Method.invoke\\(Method.java:\\d+\\)";

  /** For callbacks that get no argument. */
  private static Steps current;

  private JvmCallbacks() {}

  static List<LostFrame> rows() {
    return List.of(
        LostFrame.of(
            "in a callback from native code",
            JvmCallbacks::classLoader,
            "java.lang.Class.forName0\\(Native Method\\)",
            Cause.JDK),
        LostFrame.of(
            "in a class initialiser",
            JvmCallbacks::initialiser,
            "\\Q" + Initialised.class.getName() + "\\E.<clinit>\\(JvmCallbacks.java:\\d+\\)",
            Cause.STATIC_INITIALISER),
        LostFrame.of(
            "in a cleaner's action",
            JvmCallbacks::cleaner,
            "\\Qjdk.internal.ref.CleanerImpl$PhantomCleanableRef.performCleanup\\E[^ ]*",
            Cause.JDK),
        LostFrame.of("in readObject", steps -> copied(steps, new Message()), REFLECTION, Cause.JDK),
        LostFrame.of("in writeObject", steps -> copied(steps, new Letter()), REFLECTION, Cause.JDK),
        LostFrame.of(
            "in readResolve", steps -> copied(steps, new Telegram()), REFLECTION, Cause.JDK),
        LostFrame.of(
            "in readExternal",
            steps -> copied(steps, new Parcel()),
            "java.io.ObjectInputStream.readExternalData\\(ObjectInputStream.java:\\d+\\)",
            Cause.JDK));
  }

  /** The JVM itself asks a class loader, from within a native method. */
  @Suspendable
  private static Object classLoader(Steps steps) throws ClassNotFoundException {
    Class<?> found = Class.forName("acme.Missing", false, new Loader(steps));
    steps.add("found " + found);
    return found;
  }

  private static final class Loader extends ClassLoader {
    private final Steps steps;

    Loader(Steps steps) {
      super(Loader.class.getClassLoader());
      this.steps = steps;
    }

    @Override
    @Suspendable
    public Class<?> loadClass(String name) {
      return steps.yieldBelow("x");
    }
  }

  @Suspendable
  private static Object initialiser(Steps steps) {
    current = steps;
    Object value = Initialised.VALUE;
    steps.add("initialised to " + value);
    return value;
  }

  private static final class Initialised {
    static final Object VALUE = noting(current.yieldBelow("x"));

    private static Object noting(Object answer) {
      current.add("foreign went on with " + answer);
      return answer;
    }
  }

  @Suspendable
  private static Object cleaner(Steps steps) {
    Cleaner.Cleanable cleanable = Cleaner.create().register(steps, () -> steps.yieldBelow("x"));
    cleanable.clean();
    steps.add("cleaned");
    return null;
  }

  /** Writes an object and reads it back. */
  @Suspendable
  private static Object copied(Steps steps, Object written) throws Exception {
    current = steps;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(written);
    }
    Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    steps.add("read " + read);
    return read;
  }

  @Suspendable
  private static Object yieldInCallback() {
    Object answer = current.yieldBelow("x");
    current.add("called back with " + answer);
    return answer;
  }

  private static final class Message implements Serializable {
    private static final long serialVersionUID = 1L;

    @Suspendable
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      yieldInCallback();
    }
  }

  private static final class Letter implements Serializable {
    private static final long serialVersionUID = 1L;

    @Suspendable
    private void writeObject(ObjectOutputStream out) throws IOException {
      out.defaultWriteObject();
      yieldInCallback();
    }
  }

  private static final class Telegram implements Serializable {
    private static final long serialVersionUID = 1L;

    @Suspendable
    private Object readResolve() {
      return yieldInCallback();
    }
  }

  /** Of its own format; the JDK makes one by the public constructor. */
  public static final class Parcel implements Externalizable {
    private static final long serialVersionUID = 1L;

    @Override
    public void writeExternal(ObjectOutput out) {}

    @Override
    @Suspendable
    public void readExternal(ObjectInput in) {
      yieldInCallback();
    }
  }
}
