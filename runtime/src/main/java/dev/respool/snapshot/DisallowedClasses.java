package dev.respool.snapshot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists the classes in serialized objects that a policy does not allow, after one was met, so that
 * people need not allow one after the other. It makes no objects but strings and arrays of
 * primitive values: for this reader no other class is there, and the JDK skips objects whose
 * classes are not there. No class of the program is loaded, either.
 */
final class DisallowedClasses extends ObjectInputStream {
  /** A forged snapshot could name so many that the message would be larger than itself. */
  private static final int MOST = 100;

  private final AllowList allowed;
  private final Set<String> names = new LinkedHashSet<>();

  private DisallowedClasses(byte[] objects, AllowList allowed) throws IOException {
    super(new ByteArrayInputStream(objects));
    this.allowed = allowed;
    setObjectInputFilter(allowed.bounds());
  }

  /** Names in the order of the bytes, as far as these can be read, and not too many. */
  static List<String> in(byte[] objects, AllowList allowed) {
    Set<String> names = Set.of();
    try (DisallowedClasses in = new DisallowedClasses(objects, allowed)) {
      names = in.names;
      in.skipAll();
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      // it ends there, or is damaged: what was found is told
    }
    return new ArrayList<>(names);
  }

  private void skipAll() throws IOException {
    while (true) {
      try {
        readObject();
      } catch (ClassNotFoundException e) {
        continue; // as said of each
      }
    }
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
    String name = description.getName();
    if (isArrayOfPrimitives(name)) {
      return Class.forName(name);
    }
    String element = name.charAt(0) == '[' ? elementName(name) : name;
    if (names.size() < MOST && !ObjectReader.isPrimitive(element) && !allowed.allowsName(element)) {
      names.add(element);
    }
    throw new ClassNotFoundException(name);
  }

  /** The JDK does not skip them: it looks for an object in each place. */
  private static boolean isArrayOfPrimitives(String name) {
    return name.length() == 2 && name.charAt(0) == '[';
  }

  @Override
  protected Class<?> resolveProxyClass(String[] interfaces) throws ClassNotFoundException {
    throw new ClassNotFoundException("a dynamic proxy");
  }

  /** That of an array without its dimensions; {@code int} for any that are primitive. */
  private static String elementName(String array) {
    String element = array.substring(array.lastIndexOf('[') + 1);
    return element.length() > 2 ? element.substring(1, element.length() - 1) : int.class.getName();
  }
}
