package dev.respool.it.language;

import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.FourWay;
import dev.respool.it.harness.SourceTargets;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * The same program in a class file of every version that the running JVM takes (JVMS 4.1, table
 * 4.1-A): without stack map frames up to 49, with frames that may be missing in 50, and as today
 * from 51 on.
 */
class ClassFileVersionsTest {
  private static final String NAME = "Versions";

  /** Java 8's code for it needs nothing that version 45 does not have. */
  private static final int RELEASE = 8;

  private static final int LAST_WITHOUT_FRAMES = Opcodes.V1_5;

  private static final String TEXT =
      """
      package dev.respool.it.targets;
      public final class Versions {
        private static int kept;
        private long wide = 7L;

        static abstract class Base {
          abstract Object get(int n);
        }

        static final class Texts extends Base {
          private final int length;
          Texts(int length) { this.length = length; }
          @Override Object get(int n) { return Probe.ref("text" + n) + length; }
        }

        static final class Numbers extends Base {
          private final double factor;
          Numbers(int ignored, double factor) { this.factor = factor; }
          @Override Object get(int n) { return Double.valueOf(Probe.i(n) * factor); }
        }

        static Base base(boolean texts) {
          return texts ? new Texts(Probe.i(1)) : new Numbers(Probe.i(2), 3.5);
        }

        private double sum(int n, short s, char c) {
          double all = 0.5;
          for (int i = 0; i < n; i++) {
            long l = wide + Probe.l(i);
            float f = i * 1.5f;
            if (i % 2 == 0) {
              String text = "even" + Probe.i(i);
              all += text.length();
            } else {
              double text = l * f;
              all += text + Probe.d(text);
            }
            all += s + c;
          }
          return all;
        }

        private static String caught(Object value) {
          try {
            try {
              return "cast " + (String) Probe.ref(value);
            } finally {
              kept += Probe.i(1);
            }
          } catch (ClassCastException e) {
            return "caught" + Probe.i(2);
          }
        }

        private static int chosen(int which) {
          switch (which) {
            case 1: return Probe.i(10);
            case 2: which += Probe.i(20);
            case 700: return which;
            default: return -Probe.i(1);
          }
        }

        public static Object run() {
          kept = 0;
          StringBuilder all = new StringBuilder();
          for (int i = 0; i < 3; i++) {
            Base base = base(Probe.b(i != 1));
            all.append(base.get(i)).append(base == null ? "" : base.get(Probe.i(i)));
          }
          all.append(new Versions().sum(3, (short) 4, 'c'));
          all.append(caught("text")).append(caught(Boolean.TRUE)).append(kept);
          for (int i = 0; i < 4; i++) { all.append(chosen(i)); }
          int[][] grid = {{1, 2}, {3}};
          grid[0][Probe.i(1)] += Probe.i(5);
          all.append(grid[0][1]).append(chosen(700));
          synchronized (all) { all.append("locked"); }
          return all.append(Probe.i(9)).toString();
        }
      }
      """;

  static IntStream versions() {
    return IntStream.rangeClosed(Opcodes.V1_1 & 0xFFFF, Runtime.version().feature() + 44);
  }

  @ParameterizedTest(name = "version {0}")
  @MethodSource("versions")
  void a_class_file_of_each_version_suspends(int version) throws Exception {
    ClassFiles program =
        SourceTargets.compiledText(NAME, TEXT, RELEASE).changed(bytes -> as(version, bytes));
    new FourWay(SourceTargets.className(NAME), program).survivesEverything();
  }

  private static byte[] as(int version, byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    int flags = version > LAST_WITHOUT_FRAMES ? 0 : ClassReader.SKIP_FRAMES;
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visit(
                  int ignored,
                  int access,
                  String name,
                  String signature,
                  String superName,
                  String[] interfaces) {
                super.visit(version, access, name, signature, superName, interfaces);
              }
            },
            flags);
    return writer.toByteArray();
  }
}
