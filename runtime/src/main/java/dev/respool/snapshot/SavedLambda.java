package dev.respool.snapshot;

import dev.respool.abi.LambdaBodies;
import java.io.InvalidClassException;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;

/**
 * A lambda as it is written: in the JDK's form, which knows its body by a name that a compiler has
 * numbered, with a hash of what that body does.
 *
 * @param lambda the JDK's form; when it is read, the function that was made of it
 * @param maker the class that makes it
 * @param body name and descriptor
 * @param version empty if the class says nothing of it: it is a method reference, or the class was
 *     not made saveable
 */
record SavedLambda(Object lambda, String maker, String body, String version)
    implements Serializable {
  private static final String DESERIALIZE = "$deserializeLambda$";

  /** Of a lambda of this process, whose class the loader finds. */
  static SavedLambda of(SerializedLambda lambda, ClassLoader loader) throws InvalidClassException {
    String maker = lambda.getCapturingClass().replace('/', '.');
    String body = lambda.getImplMethodName() + lambda.getImplMethodSignature();
    return new SavedLambda(lambda, maker, body, version(maker, body, loader));
  }

  /** The function, if its body does what it did. */
  Object function(ClassLoader loader) throws InvalidClassException {
    String now = version(maker, body, loader);
    if (!now.equals(version)) {
      throw new InvalidClassException(
          maker,
          "the code of the lambda "
              + body.substring(0, body.indexOf('('))
              + " has changed since it was saved, or the name belongs to another lambda now");
    }
    return lambda;
  }

  private static String version(String maker, String body, ClassLoader loader)
      throws InvalidClassException {
    try {
      LambdaBodies bodies =
          Class.forName(maker, false, loader)
              .getDeclaredMethod(DESERIALIZE, SerializedLambda.class)
              .getAnnotation(LambdaBodies.class);
      return bodies == null ? "" : versionIn(bodies, body + " ");
    } catch (NoSuchMethodException e) {
      return "";
    } catch (ClassNotFoundException | LinkageError e) {
      throw new InvalidClassException(maker, "the class that makes the lambda is not found: " + e);
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
