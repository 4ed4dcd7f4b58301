package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.Assembly;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.suspendable.Patterns;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

class UnreadableClassTest {
  private final Compiler compiler = new Compiler(new ClassWorld(), Patterns.none());

  private UnreadableClassException refused(byte[] bytes) {
    assertThrows(UnreadableClassException.class, () -> compiler.check(bytes));
    return assertThrows(UnreadableClassException.class, () -> compiler.compile(bytes));
  }

  @Test
  void nothing_is_not_a_class_file() {
    refused(new byte[0]);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void garbage_is_not_a_class_file(long seed) {
    Random random = new Random(seed);
    byte[] garbage = new byte[random.nextInt(2000)];
    random.nextBytes(garbage);
    refused(garbage);
  }

  @Test
  void a_class_file_of_a_version_to_come_is_refused_with_its_number() {
    byte[] bytes = ClassWorld.bytesOf(CompilerTest.Pump.class);
    bytes[6] = 0;
    bytes[7] = (byte) 200;
    String message = refused(bytes).getMessage();
    assertTrue(message.startsWith("cannot read the class file of "), message);
    assertTrue(message.contains("200"), message);
    assertTrue(message.endsWith("; the class is left as it was"), message);
  }

  @Test
  void a_class_file_that_ends_early_is_refused_wherever_it_ends() {
    byte[] bytes = ClassWorld.bytesOf(CompilerTest.Pump.class);
    for (int length = 0; length < bytes.length - 2; length += 7) {
      refused(Arrays.copyOf(bytes, length));
    }
  }

  @Test
  void a_class_whose_code_is_damaged_is_named() {
    byte[] bytes =
        AssembledClass.bytes(
            AssembledClass.suspendable(
                AssembledClass.of("com/acme/Pump", Assembly.of("sipush 31415\n pop\n return"))));
    bytes[indexOf(bytes, Opcodes.SIPUSH, 31415 >> 8, 31415 & 255)] = (byte) 0xf0;
    UnreadableClassException thrown = refused(bytes);
    assertTrue(
        thrown.getMessage().startsWith("cannot read the class file of com.acme.Pump: "),
        thrown.getMessage());
    assertEquals(IllegalArgumentException.class, thrown.getCause().getClass());
  }

  private static int indexOf(byte[] bytes, int... sequence) {
    for (int i = 0; i <= bytes.length - sequence.length; i++) {
      int same = 0;
      while (same < sequence.length && bytes[i + same] == (byte) sequence[same]) {
        same++;
      }
      if (same == sequence.length) {
        return i;
      }
    }
    throw new AssertionError("not there: " + Arrays.toString(sequence));
  }

  @Test
  void a_damaged_class_file_is_compiled_or_refused_and_nothing_else() {
    byte[] bytes = ClassWorld.bytesOf(CompilerTest.Pump.class);
    Random random = new Random(1);
    TreeSet<String> others = new TreeSet<>();
    for (int round = 0; round < 500; round++) {
      byte[] damaged = bytes.clone();
      damaged[10 + random.nextInt(damaged.length - 10)] = (byte) random.nextInt(256);
      try {
        compiler.compile(damaged);
      } catch (UnreadableClassException e) {
        assertTrue(e.getMessage().length() > 20);
      } catch (RuntimeException | Error e) {
        others.add(e.getClass().getName());
      }
    }
    assertEquals(List.of(), List.copyOf(others));
  }

  @Test
  void a_class_that_names_an_unreadable_class_is_compiled_as_if_that_were_not_found() {
    Assembly caller =
        AssembledClass.suspendable(
            Assembly.of(
                """
                invokestatic com/acme/Broken.m()V
                invokestatic dev/respool/Coroutine.yield()Ljava/lang/Object;
                pop
                return
                """));
    byte[] bytes = AssembledClass.bytes(AssembledClass.of("com/acme/Pump", caller));
    ClassWorld world = new ClassWorld().put("com/acme/Broken", new byte[] {1, 2, 3});
    Compilation compilation = new Compiler(world, Patterns.none()).compile(bytes);
    assertTrue(compilation.bytes().isPresent());
  }

  @Test
  void a_class_that_is_its_own_superclass_does_not_hang_the_compiler() {
    ClassNode circle = calling("com/acme/Circle");
    circle.superName = "com/acme/Circle";
    byte[] bytes = AssembledClass.bytes(circle);
    ClassWorld world = new ClassWorld().put("com/acme/Circle", bytes);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> new Compiler(world, Patterns.none()).compile(bytes));
  }

  @Test
  void a_circle_of_superclasses_does_not_hang_the_compiler() {
    ClassNode one = calling("com/acme/One");
    ClassNode other = calling("com/acme/Other");
    one.superName = other.name;
    other.superName = one.name;
    ClassNode below = calling("com/acme/Below");
    below.superName = one.name;
    ClassWorld world = new ClassWorld();
    List.of(one, other).forEach(node -> world.put(node.name, AssembledClass.bytes(node)));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> new Compiler(world, Patterns.none()).compile(AssembledClass.bytes(below)));
  }

  /** A suspendable method that calls one which no class declares. */
  private static ClassNode calling(String name) {
    return AssembledClass.of(
        name,
        AssembledClass.suspendable(Assembly.of("invokestatic " + name + ".missing()V\n return")));
  }
}
