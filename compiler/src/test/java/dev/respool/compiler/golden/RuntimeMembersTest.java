package dev.respool.compiler.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.suspendable.Patterns;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Whatever the transformed targets name of the runtime's interface is there, public, with the type
 * that they name.
 */
class RuntimeMembersTest {
  private static final String ABI = "dev/respool/abi/";

  private final Set<String> seen = new TreeSet<>();

  @Test
  void every_member_that_transformed_code_names_is_in_the_runtime() throws Exception {
    TargetClasses classes = new TargetClasses();
    Compiler compiler = new Compiler(classes, Patterns.none());
    for (String target : TargetClasses.names()) {
      byte[] bytes = classes.of(target);
      for (MethodNode method :
          AssembledClass.node(compiler.compile(bytes).bytes().orElse(bytes)).methods) {
        check(method);
      }
    }
    assertTrue(seen.contains("dev/respool/abi/Carrier.suspending"), seen::toString);
    assertTrue(seen.contains("dev/respool/abi/Trampoline.capture"), seen::toString);
    assertTrue(seen.contains("dev/respool/abi/Shapes$Wide.refs"), seen::toString);
  }

  private void check(MethodNode method) throws Exception {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof FieldInsnNode access && access.owner.startsWith(ABI)) {
        seen.add(access.owner + "." + access.name);
        checkField(access);
      } else if (insn instanceof MethodInsnNode call && call.owner.startsWith(ABI)) {
        seen.add(call.owner + "." + call.name);
        checkMethod(call);
      }
    }
  }

  private static void checkField(FieldInsnNode access) throws Exception {
    Field field = classOf(access.owner).getField(access.name);
    assertEquals(access.desc, field.getType().descriptorString(), field::toString);
    boolean ofClass =
        access.getOpcode() == Opcodes.GETSTATIC || access.getOpcode() == Opcodes.PUTSTATIC;
    assertEquals(ofClass, Modifier.isStatic(field.getModifiers()), field::toString);
  }

  private static void checkMethod(MethodInsnNode call) throws Exception {
    ClassLoader loader = RuntimeMembersTest.class.getClassLoader();
    MethodType type = MethodType.fromMethodDescriptorString(call.desc, loader);
    Class<?> owner = classOf(call.owner);
    if (call.name.equals("<init>")) {
      owner.getConstructor(type.parameterArray());
      return;
    }
    Method method = owner.getMethod(call.name, type.parameterArray());
    assertEquals(type.returnType(), method.getReturnType(), method::toString);
    boolean ofClass = call.getOpcode() == Opcodes.INVOKESTATIC;
    assertEquals(ofClass, Modifier.isStatic(method.getModifiers()), method::toString);
  }

  private static Class<?> classOf(String internalName) throws ClassNotFoundException {
    return Class.forName(internalName.replace('/', '.'));
  }
}
