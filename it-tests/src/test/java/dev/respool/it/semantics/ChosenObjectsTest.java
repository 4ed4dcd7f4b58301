package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.SourceTargets;
import dev.respool.it.harness.VerifyingLoader;
import dev.respool.snapshot.Obstacle;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of classes that are serializable only because a pattern has chosen them. */
class ChosenObjectsTest {
  private static final String NAME = "dev.respool.it.targets.Library";

  /** What somebody wrote who did not think of serialization. */
  private static final String LIBRARY =
      """
      package dev.respool.it.targets;
      import dev.respool.*;
      import java.util.*;
      public class Library implements CoroutineBody<Object, Object> {
        static class Value {
          static final Value NIL = new Value("nil");
          private static final Value[] NONE = {};
          static final List<Value> KNOWN = new ArrayList<>();
          final String text;
          Value(String text) { this.text = text; }
        }
        static class Node extends Value {
          static final Node END = new Node("end");
          Node next;
          Value[] values = {NIL, this};
          Node(String text) { super(text); }
        }
        static class Below extends Node {
          static final Below ONLY = new Below();
          private Below() { super("below"); }
        }
        record Pair(Value left, Object right) {}
        static class Above { int state = 7; transient int scratch; static int all; }
        static class Lossy extends Above { }
        static class Stateless { transient int scratch = 5; static int all; }
        static class Whole extends Stateless { int own = 8; }
        static class Demanding { Demanding(int unused) {} }
        static class Unmakeable extends Demanding { Unmakeable() { super(1); } }
        static class Lazy { private Lazy() {} static class Child extends Lazy { } }
        static class Task extends Thread { }
        static Object made;
        @Suspendable public Object run(Object first) {
          Object held = made;
          Coroutine.yield();
          return held;
        }
        public static class Program implements CoroutineBody<Object, Object> {
          @Suspendable public Object run(Object first) {
            Value nil = Value.NIL;
            Value[] none = Value.NONE;
            Node node = new Node("a");
            node.next = node;
            Node end = Node.END;
            Value below = Below.ONLY;
            Pair pair = new Pair(nil, new Node[] {node, end});
            List<Value> known = Value.KNOWN;
            Coroutine.yield();
            return "" + (nil == Value.NIL) + (none == Value.NONE) + (node.next == node)
                + (node.values[0] == nil) + (node.values[1] == node) + node.text
                + (end == Node.END) + (below == Below.ONLY) + (pair.left == nil)
                + (((Node[]) pair.right)[0] == node) + (known == Value.KNOWN);
          }
        }
      }
      """;

  private static VerifyingLoader loader(String saveables) throws Exception {
    return new VerifyingLoader(
        SourceTargets.compiledText("Library", LIBRARY, 17),
        new Compiler.Options(Patterns.none(), Monitors.REFUSE, Patterns.parse(saveables)),
        name -> name.startsWith(NAME));
  }

  @SuppressWarnings("unchecked")
  private static Coroutine<Object, Object> suspended(ClassLoader loader, String name)
      throws Exception {
    Object body = loader.loadClass(name).getConstructor().newInstance();
    Coroutine<Object, Object> co = Coroutine.create((CoroutineBody<Object, Object>) body);
    co.resume();
    return co;
  }

  /** Suspended with an object of one of the library's classes in a local. */
  private static Coroutine<Object, Object> holding(ClassLoader loader, String type)
      throws Exception {
    var constructor = loader.loadClass(NAME + "$" + type).getDeclaredConstructor();
    constructor.setAccessible(true);
    var made = loader.loadClass(NAME).getDeclaredField("made");
    made.setAccessible(true);
    made.set(null, constructor.newInstance());
    return suspended(loader, NAME);
  }

  private static Obstacle refused(Coroutine<Object, Object> co) {
    List<Obstacle> obstacles =
        assertThrows(SnapshotException.class, () -> Snapshot.of(co)).obstacles();
    assertEquals(1, obstacles.size(), obstacles.toString());
    return obstacles.get(0);
  }

  @Test
  void they_are_saved_and_constants_stay_the_ones_of_the_process() throws Exception {
    VerifyingLoader loader = loader(NAME);
    Coroutine<Object, Object> co = suspended(loader, NAME + "$Program");
    byte[] bytes = Snapshot.of(co).toBytes();
    Object expected = co.resume();
    assertEquals("truetruetruetruetrueatruetruetruetruefalse", said(bytes, loader(NAME)));
    assertEquals("truetruetruetruetrueatruetruetruetruetrue", expected);
    assertEquals(List.of(), loader.refusals());
  }

  private static Object said(byte[] bytes, ClassLoader loader) {
    SnapshotPolicy policy = SnapshotPolicy.allowing(NAME).withClassLoader(loader);
    return Snapshot.read(bytes, policy).restore().resume();
  }

  @Test
  void without_the_pattern_they_are_obstacles_that_name_it() throws Exception {
    Coroutine<Object, Object> co = suspended(loader("com.acme.**"), NAME + "$Program");
    SnapshotException thrown = assertThrows(SnapshotException.class, () -> Snapshot.of(co));
    assertTrue(thrown.getMessage().contains("choose it by saveable="), thrown.getMessage());
  }

  @Test
  void a_constant_is_restored_only_where_its_class_was_chosen_and_is_allowed() throws Exception {
    byte[] bytes = Snapshot.of(suspended(loader(NAME), NAME + "$Program")).toBytes();
    SnapshotPolicy policy = SnapshotPolicy.standard().withClassLoader(loader(NAME));
    String said =
        assertThrows(SnapshotException.class, Snapshot.read(bytes, policy)::restore).getMessage();
    assertTrue(said.contains("the policy does not allow " + NAME + "$"), said);
    ClassLoader other = loader("com.acme.**");
    said = assertThrows(SnapshotException.class, () -> said(bytes, other)).getMessage();
    assertTrue(said.contains("it was chosen by saveable= where it was saved"), said);
  }

  @ParameterizedTest
  @CsvSource({
    "Lossy, the field state of its superclass " + NAME + "$Above would be lost",
    "Unmakeable, its superclass " + NAME + "$Demanding has no constructor without parameters",
    "Lazy$Child, its superclass " + NAME + "$Lazy has no constructor without parameters",
    "Task, it belongs to this process"
  })
  void what_would_lose_something_is_refused(String type, String why) throws Exception {
    Obstacle obstacle = refused(holding(loader(NAME + "$" + type), type));
    assertTrue(obstacle.why().contains(why), obstacle.toString());
    assertEquals("held", obstacle.local());
  }

  @Test
  void the_remedy_is_to_choose_the_superclass_too() throws Exception {
    Obstacle obstacle = refused(holding(loader(NAME + "$Lossy"), "Lossy"));
    assertEquals("choose " + NAME + "$Above by saveable=, too", obstacle.remedy());
    VerifyingLoader both = loader(NAME + "$Lossy;" + NAME + "$Above");
    Object restored = restored(holding(both, "Lossy"), both);
    assertEquals(7, field(both.loadClass(NAME + "$Above"), "state", restored));
  }

  @ParameterizedTest
  @ValueSource(strings = {NAME + "$Whole", NAME})
  void a_superclass_without_state_need_not_be_chosen(String pattern) throws Exception {
    VerifyingLoader loader = loader(pattern);
    Object restored = restored(holding(loader, "Whole"), loader);
    assertEquals(8, field(restored.getClass(), "own", restored));
  }

  private static Object restored(Coroutine<Object, Object> co, ClassLoader loader) {
    SnapshotPolicy policy = SnapshotPolicy.allowing(NAME + "$*").withClassLoader(loader);
    return Snapshot.read(Snapshot.of(co).toBytes(), policy).restore().resume();
  }

  private static Object field(Class<?> type, String name, Object object) throws Exception {
    var field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(object);
  }
}
