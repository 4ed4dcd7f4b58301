package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** A method reference whose receiver has a type that the verifier would have to load. */
class CapturedReceiverTest {
  interface Sink {
    @Suspendable
    void put(String text);
  }

  static class Base {
    @Suspendable
    void add(String text) {
      Coroutine.yield(text);
    }
  }

  /** Stands for a class of a library that is not there. */
  static final class Missing extends Base {}

  static final class Referring {
    private Referring() {}

    static Sink all(Missing receiver) {
      return receiver::add;
    }
  }

  @Test
  void the_body_of_the_reference_needs_no_class_that_the_code_does_not_need() {
    ClassWorld world = new ClassWorld();
    ClassBytes without = name -> name.endsWith("$Missing") ? Optional.empty() : world.find(name);
    byte[] output =
        new Compiler(without, Patterns.none())
            .compile(ClassWorld.bytesOf(Referring.class))
            .bytes()
            .orElseThrow();
    ClassNode node = new ClassNode();
    new ClassReader(output).accept(node, 0);
    List<String> casts = new ArrayList<>();
    for (MethodNode method : node.methods) {
      if (method.name.startsWith("respool$ref$add")) {
        method.instructions.forEach(
            insn -> {
              if (insn.getOpcode() == Opcodes.CHECKCAST) {
                casts.add(((TypeInsnNode) insn).desc);
              }
            });
      }
    }
    assertEquals(List.of(Base.class.getName().replace('.', '/')), casts);
  }
}
