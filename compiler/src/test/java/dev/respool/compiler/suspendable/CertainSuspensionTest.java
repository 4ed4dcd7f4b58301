package dev.respool.compiler.suspendable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.respool.compiler.fixture.ClassWorld;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class CertainSuspensionTest {
  private static final String MAZE = "Maze";
  private static final int ROOMS = 300;

  /** Each method calls the three behind it and three before it; a last one may yield. */
  private static CertainSuspension maze(boolean hasExit) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, MAZE, null, "java/lang/Object", null);
    for (int room = 0; room < ROOMS; room++) {
      MethodVisitor code = method(writer, room);
      for (int door = -3; door <= 3; door++) {
        if (door != 0 && room + door >= 0 && room + door < ROOMS) {
          code.visitMethodInsn(Opcodes.INVOKESTATIC, MAZE, "room" + (room + door), "()V", false);
        }
      }
      if (hasExit && room == ROOMS - 1) {
        String coroutine = "dev/respool/Coroutine";
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC, coroutine, "yield", "()Ljava/lang/Object;", false);
        code.visitInsn(Opcodes.POP);
      }
      code.visitInsn(Opcodes.RETURN);
      code.visitMaxs(1, 0);
      code.visitEnd();
    }
    ClassHierarchy classes = ClassWorld.with().put(MAZE, writer.toByteArray()).hierarchy();
    return new CertainSuspension(classes, new Suspendability(classes, Patterns.of(List.of(MAZE))));
  }

  private static MethodVisitor method(ClassWriter writer, int room) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "room" + room, "()V", null, null);
    code.visitCode();
    return code;
  }

  private static void assertAll(boolean expected, CertainSuspension maze) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int room = 0; room < ROOMS; room++) {
            assertEquals(expected, maze.isBehind(new MethodKey(MAZE, "room" + room, "()V")));
          }
        });
  }

  @Test
  void many_paths_in_circles_are_walked_once() {
    assertAll(false, maze(false));
  }

  @Test
  void all_methods_of_a_circle_lead_where_one_does() {
    assertAll(true, maze(true));
  }
}
