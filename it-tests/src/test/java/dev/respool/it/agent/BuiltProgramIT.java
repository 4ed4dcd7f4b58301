package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.abi.AbiVersion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Classes that the build has instrumented, in JVMs of their own. */
class BuiltProgramIT {
  /** Classes of each sort that changes: own methods, lambdas, constructors, references. */
  private static final String SERIALIZABLE =
      """
      package demo;
      import dev.respool.*;
      import java.io.*;
      public class Stored implements Serializable, Comparable<Stored> {
        protected int number;
        private final String text;
        @Suspendable public Stored(String text) {
          Coroutine.yield("made");
          this.text = text;
        }
        @Suspendable public void suspends() {
          Coroutine.yield(text);
          again();
          Runnable reference = this::again;
          reference.run();
          Coroutine.create(() -> again());
        }
        @Suspendable private void again() { Coroutine.yield(number); }
        @Override @Suspendable public int compareTo(Stored other) {
          again();
          return 0;
        }
        public static void main(String[] args) {
          System.out.println(ObjectStreamClass.lookup(Stored.class).getSerialVersionUID());
          Coroutine<Object, Object> co = Coroutine.create(x -> new Stored(args[0]));
          System.out.println(co.resume());
        }
      }
      """;

  @TempDir Path directory;

  private ForkedJvm jvm() {
    return new ForkedJvm(directory);
  }

  private Path folder(String name) throws Exception {
    return Files.createDirectory(directory.resolve(name));
  }

  @Test
  void the_default_serial_version_is_that_of_the_original() throws Exception {
    Program program = Program.compile(directory, SERIALIZABLE);
    Program built = program.built(directory.resolve("built"));

    String plain = jvm().classPath(program.classes()).run("demo.Stored", "").out();
    String byBuild = jvm().classPath(built.classes()).run("demo.Stored", "").out();
    String byAgent = jvm().agent("").classPath(program.classes()).run("demo.Stored", "").out();

    String version = plain.lines().findFirst().orElseThrow();
    assertEquals(version + "\nmade", byBuild);
    assertEquals(version + "\nmade", byAgent);
  }

  @Test
  void a_built_module_runs_on_the_module_path() throws Exception {
    Program program =
        Program.compile(directory, Sources.BUILT, "module built { requires dev.respool.runtime; }");
    Program built = program.built(directory.resolve("built"));

    ForkedJvm.Result result =
        jvm()
            .option("-p", built.classes() + File.pathSeparator + ForkedJvm.RUNTIME)
            .run("-m", "built/demo.Built");

    assertEquals("1\n2\n1 one Pair[left=2, right=two]", result.out());
    assertEquals("", result.err());
    String descriptor = "module-info.class";
    assertEquals(
        -1,
        Files.mismatch(program.classes().resolve(descriptor), built.classes().resolve(descriptor)));
  }

  @Test
  void a_built_module_without_the_runtime_on_its_path_is_told_what_it_lacks() throws Exception {
    Program built =
        Program.compile(
                directory, Sources.NUMBERS, "module numbers { requires dev.respool.runtime; }")
            .built(directory.resolve("built"));

    ForkedJvm.Result result =
        jvm().option("-p", built.classes().toString()).run("-m", "numbers/demo.Numbers");

    assertNotEquals(0, result.status());
    String all = result.out() + result.err();
    assertTrue(all.contains("Module dev.respool.runtime not found, required by numbers"), all);
  }

  @Test
  void a_class_of_another_respool_version_is_refused_with_both_versions_and_remedy()
      throws Exception {
    Program built = Program.compile(directory, Sources.NUMBERS).built(directory.resolve("built"));
    Path file = built.classes().resolve("demo/Numbers.class");
    Files.write(file, withAbi(AbiVersion.CURRENT + 1, Files.readAllBytes(file)));

    ForkedJvm.Result result = jvm().classPath(built.classes()).run("demo.Numbers");

    assertNotEquals(0, result.status());
    assertTrue(
        result
            .err()
            .contains(
                "demo.Numbers was transformed for Respool ABI "
                    + (AbiVersion.CURRENT + 1)
                    + ", but the runtime on the class path has ABI "
                    + AbiVersion.CURRENT
                    + ": use the same version of respool-runtime and of the agent or Maven plugin,"
                    + " and rebuild the class"),
        result.err());
  }

  @Test
  void the_agent_tells_of_a_class_of_another_respool_version_when_it_is_loaded() throws Exception {
    Program built = Program.compile(directory, Sources.NUMBERS).built(directory.resolve("built"));
    Path file = built.classes().resolve("demo/Numbers.class");
    Files.write(file, withAbi(AbiVersion.CURRENT + 1, Files.readAllBytes(file)));

    ForkedJvm.Result result = jvm().agent("").classPath(built.classes()).run("demo.Numbers");

    String told = result.err().lines().findFirst().orElse("");
    assertTrue(
        told.startsWith(
            "respool: demo.Numbers: demo.Numbers was instrumented for Respool ABI "
                + (AbiVersion.CURRENT + 1)
                + ", but this compiler serves ABI "
                + AbiVersion.CURRENT),
        result.err());
  }

  /** The class as another version's plugin would have left it. */
  private static byte[] withAbi(int version, byte[] built) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(built).accept(new OtherAbi(writer, version), 0);
    return writer.toByteArray();
  }

  /** Replaces the version that each frame factory hands to the runtime. */
  private static final class OtherAbi extends ClassVisitor {
    private final int version;

    OtherAbi(ClassVisitor next, int version) {
      super(Opcodes.ASM9, next);
      this.version = version;
    }

    @Override
    public void visitAttribute(Attribute attribute) {
      super.visitAttribute(new Marker(attribute.type, version));
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitInvokeDynamicInsn(
            String site, String type, Handle bootstrap, Object... arguments) {
          if (bootstrap.getOwner().equals("dev/respool/abi/SuspendableMethod")) {
            arguments[1] = version;
          }
          super.visitInvokeDynamicInsn(site, type, bootstrap, arguments);
        }
      };
    }
  }

  /** The class attribute that says for which version a class was instrumented. */
  private static final class Marker extends Attribute {
    private final int version;

    Marker(String type, int version) {
      super(type);
      this.version = version;
    }

    @Override
    protected ByteVector write(
        ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
      return new ByteVector().putShort(version);
    }
  }

  /** Two runtimes, each with the classes that were built for it, share a thread. */
  @Test
  void two_runtimes_live_in_one_process() throws Exception {
    Program built = Program.compile(folder("p"), Sources.NUMBERS).built(directory.resolve("built"));
    Program host =
        Program.compile(
            folder("h"),
            """
            package host;
            import java.net.*;
            import java.nio.file.Path;
            public class Host {
              public static void main(String[] args) throws Exception {
                URL[] urls = {Path.of(args[0]).toUri().toURL(), Path.of(args[1]).toUri().toURL()};
                for (int i = 0; i < 2; i++) {
                  new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())
                      .loadClass("demo.Numbers").getMethod("main", String[].class)
                      .invoke(null, (Object) args);
                }
              }
            }
            """);
    for (boolean agent : new boolean[] {false, true}) {
      ForkedJvm jvm = agent ? jvm().agent("") : jvm();
      ForkedJvm.Result result =
          jvm.option("-cp", host.classes().toString())
              .run("host.Host", built.classes().toString(), ForkedJvm.RUNTIME.toString());

      assertEquals("1\n2\n3\n1\n2\n3", result.out(), result.err());
    }
  }
}
