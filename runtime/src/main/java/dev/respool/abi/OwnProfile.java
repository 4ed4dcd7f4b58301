package dev.respool.abi;

import dev.respool.abi.SmallClass.Instructions;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * Makes producers that HotSpot profiles by the class of their bodies.
 *
 * <p>HotSpot inlines a virtual call if the profile of its bytecode has seen one or two receivers.
 * All resumptions in a program would share the bytecode in the trampoline that calls {@link
 * Frame#resume}, so none would be inlined. Therefore each class of bodies gets a subclass of its
 * producers, hidden, with that call once more:
 *
 * <pre>
 *   final class Run$$Own extends Run {
 *     Run$$Own(Body body) { super(body); }
 *     Producer another(Object body) { return new Run$$Own((Body) body); }
 *     Object reenter(Frame frame, Carrier carrier, Object value) { return frame.resume(carrier, value); }
 *   }
 * </pre>
 *
 * @param <P> the class of the producers
 */
public final class OwnProfile<P extends Producer> {
  private static final String FRAME = internalName(Frame.class);
  private static final String RESUME =
      MethodType.methodType(Object.class, Carrier.class, Object.class).descriptorString();
  private static final String REENTER =
      MethodType.methodType(Object.class, Frame.class, Carrier.class, Object.class)
          .descriptorString();
  private static final String ANOTHER =
      MethodType.methodType(Producer.class, Object.class).descriptorString();

  private final Lookup lookup;
  private final Class<?> bodyType;
  private final String name;
  private final String constructor;

  /** A producer without a body for each class of bodies. */
  private final ClassValue<P> prototypes =
      new ClassValue<>() {
        @Override
        protected P computeValue(Class<?> body) {
          return prototype();
        }
      };

  /**
   * For one class of producers.
   *
   * @param lookup that class's own; it has a constructor with the body as its parameter
   * @param bodyType the type of that parameter
   */
  public OwnProfile(Lookup lookup, Class<?> bodyType) {
    this.lookup = lookup;
    this.bodyType = bodyType;
    this.name = internalName(lookup.lookupClass()) + "$$Own";
    this.constructor = MethodType.methodType(void.class, bodyType).descriptorString();
  }

  /**
   * Makes a producer.
   *
   * @param body what it is to run
   * @return an instance of the subclass for the body's class
   */
  @SuppressWarnings("unchecked")
  public P make(Object body) {
    P made = (P) prototypes.get(body.getClass()).another(body);
    Observation.created(made, body);
    return made;
  }

  @SuppressWarnings("unchecked")
  private P prototype() {
    try {
      Lookup own = lookup.defineHiddenClass(write(), true);
      MethodType type = MethodType.methodType(void.class, bodyType);
      return (P) own.findConstructor(own.lookupClass(), type).invoke((Object) null);
    } catch (Throwable e) {
      throw new AssertionError("cannot define a subclass of " + lookup.lookupClass(), e);
    }
  }

  private byte[] write() {
    String run = internalName(lookup.lookupClass());
    SmallClass file = new SmallClass(name, run);
    file.constructor(
        constructor,
        new Instructions()
            .add(SmallClass.ALOAD_0)
            .add(SmallClass.ALOAD_1)
            .add(
                SmallClass.INVOKESPECIAL,
                file.member(SmallClass.METHOD, run, "<init>", constructor))
            .add(SmallClass.RETURN));
    file.method("another", ANOTHER, another(file));
    file.method("reenter", REENTER, reenter(file));
    return file.bytes();
  }

  private Instructions another(SmallClass file) {
    return new Instructions()
        .add(SmallClass.NEW, file.type(name))
        .add(SmallClass.DUP)
        .add(SmallClass.ALOAD_1)
        .add(SmallClass.CHECKCAST, file.type(internalName(bodyType)))
        .add(SmallClass.INVOKESPECIAL, file.member(SmallClass.METHOD, name, "<init>", constructor))
        .add(SmallClass.ARETURN);
  }

  private static Instructions reenter(SmallClass file) {
    return new Instructions()
        .add(SmallClass.ALOAD_1)
        .add(SmallClass.ALOAD_2)
        .add(SmallClass.ALOAD_3)
        .add(SmallClass.INVOKEVIRTUAL, file.member(SmallClass.METHOD, FRAME, "resume", RESUME))
        .add(SmallClass.ARETURN);
  }

  private static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }
}
