package dev.respool.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.abi.AbiVersion;
import dev.respool.abi.AwakeMethods;
import dev.respool.abi.Carrier;
import dev.respool.abi.FinalField;
import dev.respool.abi.Frame;
import dev.respool.abi.LambdaBodies;
import dev.respool.abi.Reacquisition;
import dev.respool.abi.Shapes;
import dev.respool.abi.SuspendableMethod;
import dev.respool.abi.Trampoline;
import dev.respool.abi.Transformed;
import dev.respool.compiler.plan.Cell;
import dev.respool.compiler.plan.Entry;
import dev.respool.compiler.plan.FrameLayout;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Holds every name and descriptor that generated code uses against the runtime's real classes. */
class RuntimeAbiTest {
  @Test
  void the_versions_are_equal() {
    assertEquals(AbiVersion.CURRENT, RuntimeAbi.VERSION);
  }

  @ParameterizedTest
  @CsvSource({
    "Carrier, CARRIER",
    "AwakeMethods, AWAKE",
    "Frame, FRAME",
    "SuspendableMethod, METHOD",
    "Trampoline, TRAMPOLINE",
    "Shapes$Wide, WIDE"
  })
  void a_class_is_public_and_has_the_name(String simpleName, String constant) throws Exception {
    Class<?> type = Class.forName("dev.respool.abi." + simpleName);
    assertEquals(Type.getInternalName(type), RuntimeAbi.class.getDeclaredField(constant).get(null));
    assertTrue(Modifier.isPublic(type.getModifiers()));
  }

  @ParameterizedTest
  @CsvSource({"suspending, I", "throwing, Z", "prim, J", "entry, J"})
  void the_carrier_has_the_public_field(String name, String descriptor) throws Exception {
    assertInstanceField(Carrier.class, name, descriptor);
  }

  @Test
  void the_compiler_gives_out_the_slots_that_the_runtime_has() {
    assertEquals(AwakeMethods.SLOTS, Entry.SLOTS);
  }

  @Test
  void a_frame_has_the_number_of_its_point() throws Exception {
    assertInstanceField(Frame.class, "point", "I");
  }

  @Test
  void frames_that_are_resumed_before_what_they_have_called_are_noted_and_continue()
      throws Exception {
    assertMethod(Reacquisition.class, "released", RuntimeAbi.RELEASED, true);
    assertMethod(Reacquisition.class, "shown", RuntimeAbi.RELEASED, true);
    assertMethod(Reacquisition.class, "inside", RuntimeAbi.INSIDE, true);
    assertMethod(Reacquisition.class, "below", RuntimeAbi.BELOW, true);
  }

  @Test
  void the_carrier_is_found_told_and_asked() throws Exception {
    assertMethod(AwakeMethods.class, "at", RuntimeAbi.AT, true);
    assertMethod(AwakeMethods.class, "enter", RuntimeAbi.ENTER, false);
    assertMethod(AwakeMethods.class, "number", RuntimeAbi.NUMBER_OF, false);
    assertMethod(Frame.class, "number", RuntimeAbi.NUMBER, false);
    assertMethod(Carrier.class, "call", RuntimeAbi.CALL, true);
    assertMethod(Carrier.class, "callBound", RuntimeAbi.CALL_BOUND, true);
    assertMethod(Carrier.class, "suspended", RuntimeAbi.SUSPENDED, true);
    assertMethod(Carrier.class, "thrown", RuntimeAbi.THROWN, false);
  }

  @Test
  void a_method_captures_and_leaves_the_rest_to_the_trampoline() throws Exception {
    assertMethod(Carrier.class, "captureBound", RuntimeAbi.CAPTURE_BOUND, true);
    assertMethod(Trampoline.class, "capture", RuntimeAbi.CAPTURE, true);
    assertMethod(Trampoline.class, "captureBits", RuntimeAbi.bits(RuntimeAbi.CAPTURE), true);
    assertMethod(Trampoline.class, "caught", RuntimeAbi.CAUGHT, true);
    assertMethod(Trampoline.class, "leave", RuntimeAbi.LEAVE, true);
    assertMethod(Trampoline.class, "leaveBits", RuntimeAbi.bits(RuntimeAbi.LEAVE), true);
  }

  @Test
  void the_bootstrap_method_links_a_constant_of_the_method() throws Exception {
    assertEquals(Opcodes.H_INVOKESTATIC, RuntimeAbi.LINK.getTag());
    assertEquals(Type.getInternalName(SuspendableMethod.class), RuntimeAbi.LINK.getOwner());
    assertFalse(RuntimeAbi.LINK.isInterface());
    assertMethod(
        SuspendableMethod.class, RuntimeAbi.LINK.getName(), RuntimeAbi.LINK.getDesc(), true);
  }

  @Test
  void the_mark_of_generated_methods_has_the_members_that_are_written() throws Exception {
    assertEquals(Transformed.class.descriptorString(), RuntimeAbi.TRANSFORMED);
    assertEquals(LambdaBodies.class.descriptorString(), RuntimeAbi.LAMBDA_BODIES);
    assertEquals(String[].class, Transformed.class.getMethod("points").getReturnType());
    assertEquals(String[].class, Transformed.class.getMethod("lambdas").getReturnType());
    assertEquals(int[].class, Transformed.class.getMethod("monitors").getReturnType());
    assertEquals(boolean.class, Transformed.class.getMethod("bound").getReturnType());
  }

  @Test
  void the_bootstrap_method_of_final_fields_is_there() throws Exception {
    Handle setter = RuntimeAbi.FINAL_FIELD_SETTER;
    assertEquals(Opcodes.H_INVOKESTATIC, setter.getTag());
    assertEquals(Type.getInternalName(FinalField.class), setter.getOwner());
    assertMethod(FinalField.class, setter.getName(), setter.getDesc(), true);
  }

  static List<FrameLayout> typedLayouts() {
    List<FrameLayout> layouts = new ArrayList<>();
    for (int refs = 0; refs <= FrameLayout.TYPED_REFS; refs++) {
      for (int prims = 0; prims <= FrameLayout.TYPED_PRIMS; prims++) {
        layouts.add(new FrameLayout(refs, prims, false));
        if (refs % 2 == 0) {
          layouts.add(new FrameLayout(refs, prims, true));
        }
      }
    }
    return layouts;
  }

  @ParameterizedTest
  @MethodSource("typedLayouts")
  void a_shape_has_the_cells_of_its_layout_and_no_others(FrameLayout layout) throws Exception {
    Class<?> shape = classOf(RuntimeAbi.frameClass(layout));
    assertTrue(Frame.class.isAssignableFrom(shape));
    assertTrue(Modifier.isProtected(shape.getDeclaredConstructor().getModifiers()));
    for (int i = 0; i < layout.refs(); i++) {
      assertCell(shape, new Cell(Cell.Sort.REFERENCE, i));
    }
    for (int i = 0; i < layout.prims(); i++) {
      assertCell(shape, new Cell(Cell.Sort.PRIMITIVE, i));
    }
    if (layout.gap()) {
      assertCell(shape, new Cell(Cell.Sort.GAP, 0));
    }
    long cells = Arrays.stream(shape.getFields()).filter(RuntimeAbiTest::isCell).count();
    assertEquals(layout.refs() + layout.prims() + (layout.gap() ? 1 : 0), cells);
  }

  private static boolean isCell(Field field) {
    return field.getName().matches("[rip]\\d+");
  }

  private static void assertCell(Class<?> shape, Cell cell) throws Exception {
    assertInstanceField(shape, cell.field(), RuntimeAbi.cellDescriptor(cell));
    if (cell.reference()) {
      assertMethod(shape, cell.field(), "(Ljava/lang/Object;)V", false);
    }
  }

  @Test
  void a_layout_beyond_the_typed_shapes_gets_arrays() throws Exception {
    for (FrameLayout layout :
        List.of(
            new FrameLayout(FrameLayout.TYPED_REFS + 1, 0, false),
            new FrameLayout(0, FrameLayout.TYPED_PRIMS + 1, false))) {
      assertTrue(layout.isWide());
      assertEquals(RuntimeAbi.WIDE, RuntimeAbi.frameClass(layout));
    }
    assertInstanceField(Shapes.Wide.class, "refs", "[Ljava/lang/Object;");
    assertInstanceField(Shapes.Wide.class, "prims", "[J");
    assertNotNull(Shapes.Wide.class.getDeclaredConstructor(int.class, int.class));
  }

  @ParameterizedTest
  @CsvSource({"walk, (I)V", "lambda$run$0, (Ljava/lang/Object;)Ljava/lang/Object;", "m, ()V"})
  void a_frame_factory_has_the_name_by_which_the_runtime_knows_it(String name, String descriptor)
      throws Exception {
    Method theirs =
        Class.forName("dev.respool.abi.GeneratedMethods")
            .getDeclaredMethod("frameFactory", String.class, String.class);
    theirs.setAccessible(true);
    MethodNode method = new MethodNode(0, name, descriptor, null, null);
    assertEquals(theirs.invoke(null, name, descriptor), GeneratedNames.frameFactory(method));
  }

  private static Class<?> classOf(String internalName) throws ClassNotFoundException {
    return Class.forName(internalName.replace('/', '.'));
  }

  private static void assertInstanceField(Class<?> owner, String name, String descriptor)
      throws NoSuchFieldException {
    Field field = owner.getField(name);
    assertEquals(descriptor, field.getType().descriptorString());
    assertFalse(Modifier.isStatic(field.getModifiers()));
  }

  private static Method assertMethod(
      Class<?> owner, String name, String descriptor, boolean isStatic) throws Exception {
    ClassLoader loader = RuntimeAbiTest.class.getClassLoader();
    MethodType type = MethodType.fromMethodDescriptorString(descriptor, loader);
    Method method = owner.getMethod(name, type.parameterArray());
    assertEquals(type.returnType(), method.getReturnType());
    assertEquals(isStatic, Modifier.isStatic(method.getModifiers()));
    return method;
  }
}
