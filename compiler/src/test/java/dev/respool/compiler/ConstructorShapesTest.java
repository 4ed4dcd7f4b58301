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
 * Ways to hold a new object while its constructor suspends, as other compilers than javac write
 * them. Each body gets {@code first}, makes a box of it, and ends in what the box was resumed with.
 */
class ConstructorShapesTest {
  private static final String BOX = "dev/respool/compiler/ConstructorShapesTest$Box";

  /** An object whose constructor suspends twice. */
  public static class Box {
    private final Object value;

    @Suspendable
    public Box(Object value) {
      this.value = Coroutine.yield(value) + "" + Coroutine.yield(this);
    }

    @Suspendable
    public Box(long number) {
      this((Object) number);
    }

    /** What the constructor was resumed with. */
    public Object value() {
      return value;
    }

    /** Whether both are the same. */
    public Object same(Object other) {
      return this == other ? value : "another";
    }
  }

  private static final String INIT = "invokespecial " + BOX + ".<init>(Ljava/lang/Object;)V\n";
  private static final String VALUE = "invokevirtual " + BOX + ".value()Ljava/lang/Object;\n";
  private static final String SAME =
      "invokevirtual " + BOX + ".same(Ljava/lang/Object;)Ljava/lang/Object;\n";
  private static final String NEW = "new " + BOX + "\n";
  private static final String YIELD =
      "invokestatic dev/respool/Coroutine.yield()Ljava/lang/Object;\n";

  private static String ofBody(String text) throws Exception {
    String constructor = "aload 0\n invokespecial java/lang/Object.<init>()V\n return";
    ClassNode body =
        AssembledClass.of(
            "com/acme/Body",
            Assembly.of(Opcodes.ACC_PUBLIC, "<init>()V", constructor),
            Assembly.of(Opcodes.ACC_PUBLIC, "run(Ljava/lang/Object;)Ljava/lang/Object;", text));
    body.interfaces.add("dev/respool/CoroutineBody");
    return ends(body);
  }

  /** Resumes with 1, 2, 3, … and notes what comes out. */
  @SuppressWarnings("unchecked")
  private static String ends(ClassNode body) throws Exception {
    Compiler compiler = new Compiler(ClassWorld.with(body), Patterns.none());
    VerifyingLoader loader = new VerifyingLoader();
    for (byte[] bytes : List.of(ClassWorld.bytesOf(Box.class), AssembledClass.bytes(body))) {
      Compilation compilation = compiler.compile(bytes);
      assertEquals(List.of(), compilation.refusals());
      loader.add(compilation.bytes().orElseThrow());
    }
    Class<?> loaded = loader.loadClass("com.acme.Body");
    Coroutine<Object, Object> coroutine =
        Coroutine.create((CoroutineBody<Object, Object>) loaded.getConstructor().newInstance());
    List<Object> out = new ArrayList<>();
    Object result = coroutine.resume("first");
    for (int i = 1; !coroutine.isDone(); i++) {
      out.add(result instanceof String || result == null ? result : "box");
      result = coroutine.resume(i);
    }
    return out + " " + result;
  }

  @Test
  void one_copy_below_the_arguments() throws Exception {
    assertEquals("[first, box] 12", ofBody(NEW + "dup\n aload 1\n" + INIT + VALUE + "areturn"));
  }

  @Test
  void no_copy() throws Exception {
    assertEquals("[first, box] end", ofBody(NEW + "aload 1\n" + INIT + "ldc end\n areturn"));
  }

  @Test
  void three_copies() throws Exception {
    String code = NEW + "dup\n dup\n aload 1\n" + INIT + SAME + "areturn";
    assertEquals("[first, box] 12", ofBody(code));
  }

  @Test
  void an_argument_that_was_there_before_the_object() throws Exception {
    String code = "aload 1\n" + NEW + "dup_x1\n swap\n" + INIT + VALUE + "areturn";
    assertEquals("[first, box] 12", ofBody(code));
  }

  @Test
  void an_argument_that_suspended_before_the_object_was_there() throws Exception {
    String code = YIELD + NEW + "dup_x1\n swap\n" + INIT + VALUE + "areturn";
    assertEquals("[null, box, box] 23", ofBody(code));
  }

  @Test
  void a_pair_of_copies_below_an_argument_that_was_there_before() throws Exception {
    String code = "aload 1\n" + NEW + "dup\n dup2_x1\n pop2\n" + INIT + VALUE + "areturn";
    assertEquals("[first, box] 12", ofBody(code));
  }

  @Test
  void an_argument_of_two_words_that_was_there_before_the_object() throws Exception {
    String init = INIT.replace("Ljava/lang/Object;", "J");
    String code = "lconst_1\n" + NEW + "dup_x2\n dup_x2\n pop\n" + init + VALUE + "areturn";
    assertEquals("[box, box] 12", ofBody(code));
  }

  @Test
  void the_object_in_a_local() throws Exception {
    String code =
        NEW + "astore 2\n aload 2\n aload 1\n" + INIT + "aload 2\n dup\n" + SAME + "areturn";
    assertEquals("[first, box] 12", ofBody(code));
  }

  @Test
  void no_copy_of_an_object_whose_argument_suspends_too() throws Exception {
    String code = NEW + YIELD + INIT + "ldc end\n areturn";
    assertEquals("[null, box, box] end", ofBody(code));
  }

  @Test
  void three_copies_of_an_object_whose_argument_suspends_too() throws Exception {
    String code = "lconst_1\n" + NEW + "dup\n dup\n" + YIELD + INIT + SAME + "areturn";
    assertEquals("[null, box, box] 23", ofBody(code));
  }

  @Test
  void an_object_in_another_that_suspends_too() throws Exception {
    String code = NEW + "dup\n" + NEW + "dup\n" + YIELD + INIT + INIT + VALUE + "areturn";
    assertEquals("[null, box, box, box, box] 45", ofBody(code));
  }

  @Test
  void a_handler_around_it() throws Exception {
    String code =
        """
        lconst_1
        lstore 2
        start:
        %s
        dup
        %s
        %s
        end:
        %s
        areturn
        handler:
        frame [com/acme/Body,java/lang/Object,long] [java/lang/Throwable]
        areturn
        try start end handler any
        """
            .formatted(NEW, YIELD, INIT, VALUE);
    assertEquals("[null, box, box] 23", ofBody(code));
  }
}
