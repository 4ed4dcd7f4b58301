package dev.respool.snapshot;

import dev.respool.abi.Continuation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Deserializes what frames hold: only allowed classes, found by one loader. */
final class ObjectReader extends ObjectInputStream {
  private static final Map<String, Class<?>> PRIMITIVES =
      Stream.of(
              boolean.class,
              byte.class,
              short.class,
              char.class,
              int.class,
              long.class,
              float.class,
              double.class,
              void.class)
          .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

  private final ClassLoader loader;
  private final List<Continuation> continuations;

  /**
   * For one restoration.
   *
   * @param allowed null if the objects have never left this process
   */
  ObjectReader(
      byte[] objects, ClassLoader loader, List<Continuation> continuations, AllowList allowed)
      throws IOException {
    super(new ByteArrayInputStream(objects));
    this.loader = loader;
    this.continuations = continuations;
    enableResolveObject(true);
    if (allowed != null) {
      setObjectInputFilter(allowed);
    }
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
    Class<?> primitive = PRIMITIVES.get(description.getName());
    return primitive == null ? Class.forName(description.getName(), false, loader) : primitive;
  }

  @Override
  protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
    throw new InvalidClassException("a dynamic proxy cannot be restored");
  }

  @Override
  protected Object resolveObject(Object object) throws IOException {
    if (object instanceof SavedLambda saved) {
      return saved.function(loader);
    }
    if (!(object instanceof ContinuationReference reference)) {
      return object;
    }
    if (reference.number() < 0 || reference.number() >= continuations.size()) {
      throw new InvalidClassException("there is no coroutine " + reference.number());
    }
    return continuations.get(reference.number());
  }
}
