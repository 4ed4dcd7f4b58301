package dev.respool.snapshot;

import dev.respool.abi.Continuation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
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

  private final List<Continuation> continuations;
  private final Environment environment;
  private final List<Runnable> actions = new ArrayList<>();

  /**
   * What the objects are read into.
   *
   * @param loader finds classes
   * @param allowed null if the objects have never left this process
   * @param surroundings what stays outside, and what is done with the objects
   */
  record Environment(ClassLoader loader, AllowList allowed, Surroundings surroundings) {}

  /** For one restoration. */
  ObjectReader(byte[] objects, List<Continuation> continuations, Environment environment)
      throws IOException {
    super(new ByteArrayInputStream(objects));
    this.continuations = continuations;
    this.environment = environment;
    enableResolveObject(true);
    if (environment.allowed() != null) {
      setObjectInputFilter(environment.allowed());
    }
  }

  /** Whether it is the name of a type that needs no loader. */
  static boolean isPrimitive(String name) {
    return PRIMITIVES.containsKey(name);
  }

  /** To be run when all is read and checked, in the order in which the objects were complete. */
  List<Runnable> actions() {
    return actions;
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
    expect(null);
    Class<?> primitive = PRIMITIVES.get(description.getName());
    return primitive == null
        ? Class.forName(description.getName(), false, environment.loader())
        : primitive;
  }

  @Override
  protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
    throw new InvalidClassException("a dynamic proxy cannot be restored");
  }

  @Override
  protected Object resolveObject(Object object) throws IOException {
    if (object instanceof SavedLambda saved) {
      return saved.function(environment.loader());
    }
    if (object instanceof ContinuationReference reference) {
      return continuation(reference);
    }
    if (object instanceof ConstantReference reference) {
      return reference.find(environment.loader(), environment.allowed());
    }
    if (object instanceof ExternalReference reference) {
      Object external = environment.surroundings().externals().find(reference.name());
      expect(external);
      return external;
    }
    noteActions(object);
    return object;
  }

  private Continuation continuation(ContinuationReference reference) throws InvalidClassException {
    if (reference.number() < 0 || reference.number() >= continuations.size()) {
      throw new InvalidClassException("there is no coroutine " + reference.number());
    }
    return continuations.get(reference.number());
  }

  private void expect(Object external) {
    if (environment.allowed() != null) {
      environment.allowed().expect(external);
    }
  }

  private void noteActions(Object object) {
    for (RestoreAction<?> action : environment.surroundings().actions()) {
      if (action.isFor(object)) {
        actions.add(() -> action.run(object));
      }
    }
  }
}
