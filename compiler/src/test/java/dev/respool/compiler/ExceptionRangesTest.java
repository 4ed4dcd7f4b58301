package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.Suspendable;
import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.Assembly;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.fixture.VerifyingLoader;
import dev.respool.compiler.suspendable.Patterns;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Try ranges that Java cannot say. Each body gets {@code first}; a step yields what it is given and
 * returns what it is resumed with, or throws it if that is odd.
 */
class ExceptionRangesTest {
  /** What the bodies call. */
  public static final class Steps {
    private Steps() {}

    /** Suspends, and fails if told to. */
    @Suspendable
    public static Object step(Object value) {
      int answer = Coroutine.<Integer>yield(value);
      if (answer % 2 != 0) {
        throw new IllegalStateException("odd " + answer);
      }
      return answer;
    }
  }

  private static final String STEP =
      "invokestatic dev/respool/compiler/ExceptionRangesTest$Steps.step(Ljava/lang/Object;)"
          + "Ljava/lang/Object;\n";
  private static final String LOCALS = "[com/acme/Body,java/lang/Object]";
  private static final String CAUGHT = "frame " + LOCALS + " [java/lang/Throwable]\n";

  /** A handler that steps with the exception and a text of its own, and returns the text. */
  private static String handler(String name) {
    return name + ":\n" + CAUGHT + STEP + "pop\n ldc " + name + "\n areturn\n";
  }

  /** What comes out, and the end, when it is resumed with the answers in turn. */
  @SuppressWarnings("unchecked")
  private static String outcome(String code, int... answers) throws Exception {
    String constructor = "aload 0\n invokespecial java/lang/Object.<init>()V\n return";
    ClassNode body =
        AssembledClass.of(
            "com/acme/Body",
            Assembly.of(Opcodes.ACC_PUBLIC, "<init>()V", constructor),
            Assembly.of(Opcodes.ACC_PUBLIC, "run(Ljava/lang/Object;)Ljava/lang/Object;", code));
    body.interfaces.add("dev/respool/CoroutineBody");
    Compiler compiler = new Compiler(ClassWorld.with(body), Patterns.none());
    VerifyingLoader loader = new VerifyingLoader();
    for (byte[] bytes : List.of(ClassWorld.bytesOf(Steps.class), AssembledClass.bytes(body))) {
      Compilation compilation = compiler.compile(bytes);
      assertEquals(List.of(), compilation.refusals());
      loader.add(compilation.bytes().orElseThrow());
    }
    Class<?> loaded = loader.loadClass("com.acme.Body");
    Coroutine<Object, Object> coroutine =
        Coroutine.create((CoroutineBody<Object, Object>) loaded.getConstructor().newInstance());
    List<Object> out = new ArrayList<>();
    Object result = coroutine.resume("first");
    for (int answer : answers) {
      out.add(result instanceof Throwable thrown ? thrown.getMessage() : result);
      result = coroutine.resume(answer);
    }
    assertEquals(Coroutine.Status.DEAD, coroutine.status());
    return out + " " + result;
  }

  @Test
  void a_handler_that_covers_itself() throws Exception {
    String code =
        "from:\n aload 1\n %s areturn\n handler:\n %s %s areturn\n to:\n try from to handler any"
            .formatted(STEP, CAUGHT, STEP);
    assertEquals("[first] 2", outcome(code, 2));
    assertEquals("[first, odd 1, odd 3, odd 5] 6", outcome(code, 1, 3, 5, 6));
  }

  @Test
  void ranges_that_overlap_and_are_not_nested() throws Exception {
    String step = "aload 1\n" + STEP + "pop\n";
    String code =
        "a:\n%sb:\n%sc:\n%sd:\n ldc none\n areturn\n".formatted(step, step, step)
            + handler("x")
            + handler("y")
            + "try a c x any\n try b d y any";
    assertEquals("[first, first, first] none", outcome(code, 2, 2, 2));
    assertEquals("[first, odd 1] x", outcome(code, 1, 2));
    assertEquals("[first, first, odd 1] x", outcome(code, 2, 1, 2));
    assertEquals("[first, first, first, odd 1] y", outcome(code, 2, 2, 1, 2));
  }

  @Test
  void two_handlers_of_one_range_of_which_the_second_covers_the_first() throws Exception {
    String code =
        "from:\n aload 1\n%s areturn\n".formatted(STEP)
            + handler("x")
            + "to:\n"
            + handler("y")
            + "try from x x java/lang/IllegalStateException\n try from to y any";
    assertEquals("[first, odd 1] x", outcome(code, 1, 2));
    assertEquals("[first, odd 1, odd 3] y", outcome(code, 1, 3, 4));
  }

  @Test
  void a_range_of_the_call_alone_with_operands_below() throws Exception {
    String code =
        "lconst_1\n iconst_2\n aload 1\nfrom:\n%sto:\n astore 1\n pop\n pop2\n aload 1\n areturn\n"
                .formatted(STEP)
            + handler("x")
            + "try from to x any";
    assertEquals("[first] 2", outcome(code, 2));
    assertEquals("[first, odd 1] x", outcome(code, 1, 2));
  }

  @Test
  void a_handler_that_is_jumped_to_as_well() throws Exception {
    String code =
        "from:\n aload 1\n%sto:\n pop\n aconst_null\n goto x\n".formatted(STEP)
            + handler("x")
            + "try from to x any";
    assertEquals("[first, null] x", outcome(code, 2, 4));
    assertEquals("[first, odd 1] x", outcome(code, 1, 2));
  }

  @Test
  void a_handler_in_front_of_its_range_that_goes_back_into_it() throws Exception {
    String code =
        "goto from\n"
            + ("x:\n" + CAUGHT + STEP + "astore 1\n")
            + ("from:\n frame " + LOCALS + " []\n aload 1\n" + STEP + "to:\n areturn\n")
            + "try from to x any";
    assertEquals("[first, odd 1, 2, odd 3, 4] 6", outcome(code, 1, 2, 3, 4, 6));
  }

  @Test
  void a_range_of_code_that_nothing_reaches() throws Exception {
    String code =
        "aload 1\n%s areturn\nfrom:\n frame %s []\n aload 1\n%s areturn\nto:\n"
                .formatted(STEP, LOCALS, STEP)
            + handler("x")
            + "try from to x any";
    assertEquals("[first] 2", outcome(code, 2));
  }

  @Test
  void a_range_without_anything_that_can_throw() throws Exception {
    String code =
        "from:\n nop\nto:\n aload 1\n%s areturn\n".formatted(STEP)
            + handler("x")
            + "try from to x any";
    assertEquals("[first] 2", outcome(code, 2));
  }
}
