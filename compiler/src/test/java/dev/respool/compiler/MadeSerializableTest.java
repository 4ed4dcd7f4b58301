package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Saveable;
import dev.respool.abi.MadeSerializable;
import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.fixture.VerifyingLoader;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Classes that a pattern or a mark chooses become serializable, and no others. */
class MadeSerializableTest {
  private static final String NAME = MadeSerializableTest.class.getName();

  static class Base<T> {
    T value;
  }

  static final class Derived extends Base<String> implements Comparable<Derived> {
    @Override
    public int compareTo(Derived other) {
      return value.compareTo(other.value);
    }
  }

  record Point(int x, int y) {}

  enum Color {
    RED
  }

  interface Shape {}

  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static class Written implements Serializable {
    private static final long serialVersionUID = 1;
  }

  static final class BelowWritten extends Written {
    private static final long serialVersionUID = 1;
  }

  @Saveable
  static final class Marked {
    static final class Nested {}
  }

  private static Optional<byte[]> compiled(Class<?> type, String saveables, ClassWorld world) {
    Compiler.Options options =
        new Compiler.Options(Patterns.none(), Monitors.REFUSE, Patterns.parse(saveables));
    return new Compiler(world, options).compile(ClassWorld.bytesOf(type)).bytes();
  }

  private static Optional<byte[]> chosen(Class<?> type) {
    return compiled(type, NAME, new ClassWorld());
  }

  private static Class<?> loaded(Class<?>... types) throws Exception {
    VerifyingLoader loader = new VerifyingLoader();
    for (Class<?> type : types) {
      loader.add(chosen(type).orElseThrow());
    }
    return Class.forName(types[0].getName(), true, loader);
  }

  @Test
  void classes_and_records_are_made_serializable() throws Exception {
    for (Class<?> type : List.of(Base.class, Point.class)) {
      Class<?> made = loaded(type);
      assertTrue(Serializable.class.isAssignableFrom(made), type.getName());
      assertTrue(made.isAnnotationPresent(MadeSerializable.class), type.getName());
    }
  }

  @Test
  void interfaces_and_what_is_serializable_already_stay_as_they_are() {
    for (Class<?> type :
        List.of(Color.class, Shape.class, Failure.class, Written.class, BelowWritten.class)) {
      assertEquals(Optional.empty(), chosen(type), type.getName());
    }
  }

  @Test
  void a_mark_holds_for_its_class() {
    ClassWorld world = new ClassWorld();
    assertTrue(compiled(Marked.class, "com.acme.**", world).isPresent());
    assertTrue(compiled(Marked.Nested.class, "com.acme.**", world).isEmpty());
    assertTrue(compiled(Base.class, "com.acme.**", world).isEmpty());
  }

  @Test
  void a_class_is_the_same_whether_its_superclass_was_made_serializable_before_or_not() {
    byte[] made = chosen(Base.class).orElseThrow();
    ClassWorld world = new ClassWorld().put(Base.class.getName().replace('.', '/'), made);
    assertTrue(
        Arrays.equals(
            chosen(Derived.class).orElseThrow(),
            compiled(Derived.class, NAME, world).orElseThrow()));
    assertEquals(
        Optional.empty(), new Compiler(world, Patterns.none()).compile(made).bytes(), "once");
  }

  @Test
  void the_generic_supertypes_tell_it_too() throws Exception {
    List<String> names = new ArrayList<>();
    for (Type type : loaded(Derived.class, Base.class).getGenericInterfaces()) {
      names.add(type.getTypeName());
    }
    assertEquals(
        List.of("java.lang.Comparable<" + Derived.class.getName() + ">", "java.io.Serializable"),
        names);
  }

  /** Which members a class has decides, as for any class that does not say a version. */
  @Test
  void the_default_version_tells_other_members() throws Exception {
    long version = version(loaded(Base.class));
    assertEquals(version, version(loaded(Base.class)));
    ClassNode node = AssembledClass.node(chosen(Base.class).orElseThrow());
    node.visitField(Opcodes.ACC_PUBLIC, "added", "I", null, null).visitEnd();
    VerifyingLoader loader = new VerifyingLoader();
    loader.add(AssembledClass.bytes(node));
    assertTrue(version != version(Class.forName(Base.class.getName(), true, loader)));
  }

  private static long version(Class<?> type) {
    return ObjectStreamClass.lookup(type).getSerialVersionUID();
  }

  @Test
  void a_class_from_before_annotations_is_raised() throws Exception {
    ClassNode old =
        AssembledClass.of(Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, "p/Old", "java/lang/Object");
    old.version = Opcodes.V1_4;
    Compiler.Options options =
        new Compiler.Options(Patterns.none(), Monitors.REFUSE, Patterns.parse("p.*"));
    VerifyingLoader loader = new VerifyingLoader();
    Compiler compiler = new Compiler(ClassWorld.with(old), options);
    loader.add(compiler.compile(AssembledClass.bytes(old)).bytes().orElseThrow());
    Class<?> made = Class.forName("p.Old", true, loader);
    assertTrue(made.isAnnotationPresent(MadeSerializable.class));
  }
}
