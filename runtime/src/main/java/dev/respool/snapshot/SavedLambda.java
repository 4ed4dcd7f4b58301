package dev.respool.snapshot;

import dev.respool.abi.LambdaBodies;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;

/**
 * A lambda as it is written: in the JDK's form, which knows its body by a name that a compiler has
 * numbered, with a hash of what that body does.
 *
 * <p>A lambda is made when what it has captured is there. Where that refers to the lambda, this
 * object would stay in its place, so such a lambda is refused when it is saved. An object of this
 * class begins with a reference to itself, by which the writer knows such references.
 */
final class SavedLambda implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String DESERIALIZE = "$deserializeLambda$";

  private transient Object lambda; // the JDK's form; when it is read, the function made of it
  private transient String maker; // the class that makes it
  private transient String body; // name and descriptor
  private transient String version; // empty for a method reference, or if the class says nothing

  private SavedLambda(SerializedLambda lambda, String maker, String body, String version) {
    this.lambda = lambda;
    this.maker = maker;
    this.body = body;
    this.version = version;
  }

  /** Of a lambda of this process, and the class that makes it. */
  static SavedLambda of(SerializedLambda lambda, Class<?> maker) throws InvalidClassException {
    String body = lambda.getImplMethodName() + lambda.getImplMethodSignature();
    return new SavedLambda(lambda, maker.getName(), body, version(maker, body));
  }

  /** Only an {@link ObjectWriter} writes it. */
  private void writeObject(ObjectOutputStream out) throws IOException {
    ObjectWriter writer = (ObjectWriter) out;
    out.writeObject(this);
    long start = writer.position();
    out.writeObject(lambda);
    if (writer.hasReferenceAgain(start)) {
      writer.refuse(
          new Refusal(
              "the lambda " + name() + " of " + maker + " can reach itself by what it has captured",
              "write a method instead that calls itself, or get the lambda again when resumed"));
    }
    out.writeObject(maker);
    out.writeObject(body);
    out.writeObject(version);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    if (in.readObject() != this) {
      throw new InvalidObjectException("a lambda does not begin with itself");
    }
    lambda = in.readObject();
    maker = (String) in.readObject();
    body = (String) in.readObject();
    version = (String) in.readObject();
    if (maker == null || body == null || version == null || body.indexOf('(') < 0) {
      throw new InvalidObjectException("a lambda does not say what its body is");
    }
  }

  private String name() {
    return body.substring(0, body.indexOf('('));
  }

  /** The function, if its body does what it did. */
  Object function(ClassLoader loader) throws InvalidClassException {
    if (!version(maker(loader), body).equals(version)) {
      throw new InvalidClassException(
          maker,
          "the code of the lambda "
              + name()
              + " has changed since it was saved, or the name belongs to another lambda now");
    }
    return lambda;
  }

  private Class<?> maker(ClassLoader loader) throws InvalidClassException {
    try {
      return Class.forName(maker, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new InvalidClassException(maker, "the class that makes the lambda is not found: " + e);
    }
  }

  private static String version(Class<?> maker, String body) throws InvalidClassException {
    try {
      LambdaBodies bodies =
          maker
              .getDeclaredMethod(DESERIALIZE, SerializedLambda.class)
              .getAnnotation(LambdaBodies.class);
      return bodies == null ? "" : versionIn(bodies, body + " ");
    } catch (NoSuchMethodException e) {
      return "";
    } catch (LinkageError e) {
      throw new InvalidClassException(maker.getName(), "a type in its methods is missing: " + e);
    }
  }

  private static String versionIn(LambdaBodies bodies, String start) {
    for (String line : bodies.value()) {
      if (line.startsWith(start)) {
        return line.substring(start.length());
      }
    }
    return "";
  }
}
