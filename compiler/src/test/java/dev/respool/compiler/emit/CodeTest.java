package dev.respool.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.respool.abi.Carrier;
import dev.respool.abi.Shapes;
import dev.respool.abi.SuspendableMethod;
import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.Assembly;
import dev.respool.compiler.plan.Cell;
import dev.respool.compiler.plan.FrameLayout;
import dev.respool.compiler.plan.ValueKind;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Runs what {@link Code} writes. */
class CodeTest {
  private static final Cell GAP = new Cell(Cell.Sort.GAP, 0);

  /** Defines {@code public static m} with the written code and calls it. */
  private static Object run(String descriptor, Consumer<Code> writer, Object... arguments)
      throws Exception {
    Code code = new Code();
    writer.accept(code);
    Assembly method = Assembly.of(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "m" + descriptor, "");
    method.method().instructions = code.instructions();
    ClassNode node = AssembledClass.of("com/acme/Made", method);
    byte[] bytes = AssembledClass.bytes(node);
    Class<?> made =
        new ClassLoader(CodeTest.class.getClassLoader()) {
          Class<?> define() {
            return defineClass("com.acme.Made", bytes, 0, bytes.length);
          }
        }.define();
    for (Method declared : made.getMethods()) {
      if (declared.getName().equals("m")) {
        return declared.invoke(null, arguments);
      }
    }
    throw new AssertionError("no method m");
  }

  private static Object widenedAndNarrowed(String type, ValueKind kind, Object value)
      throws Exception {
    return run(
        "(" + type + ")" + type,
        code -> {
          code.load(kind, 0);
          code.widen(kind);
          code.narrow(kind);
          code.returnValue(kind);
        },
        value);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {-129, -128, -2, -1, 0, 5, 6, 127, 128, 32_767, 32_768, -32_768, -32_769, 1 << 30})
  void a_constant_is_pushed_whatever_its_size(int value) throws Exception {
    Object result =
        run(
            "()I",
            code -> {
              code.constant(value);
              code.returnValue(ValueKind.INT);
            });
    assertEquals(value, result);
  }

  @Test
  void a_primitive_is_the_same_after_it_was_64_bits() throws Exception {
    for (int value : new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertEquals(value, widenedAndNarrowed("I", ValueKind.INT, value));
    }
    for (long value : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertEquals(value, widenedAndNarrowed("J", ValueKind.LONG, value));
    }
    for (float value : new float[] {-0f, Float.NaN, Float.MIN_VALUE, Float.NEGATIVE_INFINITY}) {
      assertEquals(value, widenedAndNarrowed("F", ValueKind.FLOAT, value));
    }
    for (double value : new double[] {-0d, Double.NaN, Double.MIN_VALUE, 1e300}) {
      assertEquals(value, widenedAndNarrowed("D", ValueKind.DOUBLE, value));
    }
  }

  @Test
  void a_small_primitive_keeps_its_sign() throws Exception {
    assertEquals((byte) -1, widenedAndNarrowed("B", ValueKind.INT, (byte) -1));
    assertEquals('\uffff', widenedAndNarrowed("C", ValueKind.INT, '\uffff'));
    assertEquals(true, widenedAndNarrowed("Z", ValueKind.INT, true));
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 1", "2, 2, 0", "9, 1, 8", "1, 5, 0"})
  void a_reference_cell_gives_back_what_was_put_into_it(int refs, int prims, int index)
      throws Exception {
    FrameLayout layout = new FrameLayout(refs, prims, false);
    Cell cell = new Cell(Cell.Sort.REFERENCE, index);
    Object value = new Object();
    Object frame = frame(layout);
    put(layout, cell, "Ljava/lang/Object;", ValueKind.REF, frame, value);
    assertSame(value, get(layout, cell, "Ljava/lang/Object;", ValueKind.REF, frame));
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 1", "2, 2, 0", "9, 1, 0", "1, 5, 4"})
  void a_primitive_cell_gives_back_what_was_put_into_it(int refs, int prims, int index)
      throws Exception {
    FrameLayout layout = new FrameLayout(refs, prims, false);
    Cell cell = new Cell(Cell.Sort.PRIMITIVE, index);
    Object frame = frame(layout);
    put(layout, cell, "J", ValueKind.LONG, frame, Long.MIN_VALUE + 7);
    assertEquals(Long.MIN_VALUE + 7, get(layout, cell, "J", ValueKind.LONG, frame));
  }

  @ParameterizedTest
  @CsvSource({"INT, I", "FLOAT, F"})
  void the_cell_in_the_gap_gives_back_the_bits_that_were_put_into_it(ValueKind kind, String type)
      throws Exception {
    int bits = 0x7fc0_1234; // as a float, a NaN
    Object value = kind == ValueKind.INT ? (Object) bits : Float.intBitsToFloat(bits);
    FrameLayout layout = new FrameLayout(2, 2, true);
    Object frame = new GapFrame();
    putIntoGap(layout, type, kind, frame, value);
    assertEquals(bits, ((Shapes.R2IP2) frame).i0);
    assertEquals(value, getFromGap(layout, type, kind, frame));
  }

  private static Object frame(FrameLayout layout) {
    return layout.isWide() ? new WideFrame(layout) : new TypedFrame();
  }

  private static final class WideFrame extends Shapes.Wide {
    WideFrame(FrameLayout layout) {
      super(layout.refs(), layout.prims());
    }

    @Override
    public Object resume(Carrier carrier, Object value) {
      return null;
    }

    @Override
    public SuspendableMethod method() {
      return null;
    }

    @Override
    public long number() {
      return 0;
    }
  }

  private static final class TypedFrame extends Shapes.R2P2 {
    @Override
    public Object resume(Carrier carrier, Object value) {
      return null;
    }

    @Override
    public SuspendableMethod method() {
      return null;
    }

    @Override
    public long number() {
      return 0;
    }
  }

  private static final class GapFrame extends Shapes.R2IP2 {
    @Override
    public Object resume(Carrier carrier, Object value) {
      return null;
    }

    @Override
    public SuspendableMethod method() {
      return null;
    }

    @Override
    public long number() {
      return 0;
    }
  }

  private static void putIntoGap(
      FrameLayout layout, String type, ValueKind kind, Object frame, Object value)
      throws Exception {
    run(
        "(L" + RuntimeAbi.frameClass(layout) + ";" + type + ")V",
        code -> {
          code.load(ValueKind.REF, 0);
          code.load(kind, 1);
          code.toInt(kind);
          code.putCell(layout, GAP);
          code.returnVoid();
        },
        frame,
        value);
  }

  private static Object getFromGap(FrameLayout layout, String type, ValueKind kind, Object frame)
      throws Exception {
    return run(
        "(L" + RuntimeAbi.frameClass(layout) + ";)" + type,
        code -> {
          code.load(ValueKind.REF, 0);
          code.getCell(layout, GAP);
          code.fromInt(kind);
          code.returnValue(kind);
        },
        frame);
  }

  private static void put(
      FrameLayout layout, Cell cell, String type, ValueKind kind, Object frame, Object value)
      throws Exception {
    run(
        "(L" + RuntimeAbi.frameClass(layout) + ";" + type + ")V",
        code -> {
          code.load(ValueKind.REF, 0);
          code.load(kind, 1);
          code.putCell(layout, cell);
          code.returnVoid();
        },
        frame,
        value);
  }

  private static Object get(
      FrameLayout layout, Cell cell, String type, ValueKind kind, Object frame) throws Exception {
    return run(
        "(L" + RuntimeAbi.frameClass(layout) + ";)" + type,
        code -> {
          code.load(ValueKind.REF, 0);
          code.getCell(layout, cell);
          code.returnValue(kind);
        },
        frame);
  }
}
