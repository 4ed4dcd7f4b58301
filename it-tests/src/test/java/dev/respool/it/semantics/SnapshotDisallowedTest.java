package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.it.harness.Forgery;
import dev.respool.it.harness.TransformedTests;
import dev.respool.snapshot.Obstacle;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All classes of a snapshot that the policy does not allow are told at once, and not touched. */
@ExtendWith(TransformedTests.class)
class SnapshotDisallowedTest {
  private static final String NAME = SnapshotDisallowedTest.class.getName();
  private static final String HARM = NAME + ".harm";

  private enum Size {
    SMALL
  }

  private record Point(int x, Size size) implements Serializable {}

  private static class Above implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /** Writes an object behind its fields. */
  private static final class Order extends Above {
    private static final long serialVersionUID = 1;
    private transient Object hidden = new Point(1, Size.SMALL);

    private void writeObject(ObjectOutputStream out) throws IOException {
      out.defaultWriteObject();
      out.writeInt(7);
      out.writeObject(hidden);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      in.readInt();
      hidden = in.readObject();
    }
  }

  private static final class Part implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /** As {@code Part} in the eyes of serialization. */
  private static final class Harm implements Serializable {
    private static final long serialVersionUID = 1;

    static {
      System.setProperty(HARM, "done");
    }
  }

  private static SnapshotPolicy policy(String... patterns) {
    return SnapshotPolicy.allowing(patterns)
        .withClassLoader(SnapshotDisallowedTest.class.getClassLoader());
  }

  @Suspendable
  private static String keeping(Order order, Map<String, Object> map, int[] ints) {
    Coroutine.yield();
    return order.hidden + " " + ((Part[]) map.get("parts")).length + ints.length;
  }

  private static byte[] saved() {
    Map<String, Object> map = Map.of("parts", new Part[] {new Part(), new Part()});
    Coroutine<Object, Object> co =
        Coroutine.create(first -> keeping(new Order(), map, new int[] {1, 2, 3}));
    co.resume();
    return Snapshot.of(co).toBytes();
  }

  private static List<String> told(byte[] bytes, SnapshotPolicy policy) {
    Snapshot snapshot = Snapshot.read(bytes, policy);
    SnapshotException thrown = assertThrows(SnapshotException.class, snapshot::restore);
    List<String> names = new ArrayList<>();
    for (Obstacle obstacle : thrown.obstacles()) {
      assertTrue(obstacle.remedy().contains("SnapshotPolicy.allowing(\""), obstacle::toString);
      names.add(obstacle.why().replace("the policy does not allow " + NAME + "$", ""));
    }
    return names;
  }

  @Test
  void all_that_have_to_be_allowed_are_told_at_once() {
    byte[] bytes = saved();
    List<String> told = told(bytes, policy());
    assertEquals(
        List.of("Above", "Order", "Part", "Point", "Size"), told.stream().sorted().toList());
    String[] all = told.stream().map(name -> NAME + "$" + name).toArray(String[]::new);
    Object said = Snapshot.read(bytes, policy(all)).restore().resume();
    assertEquals("Point[x=1, size=SMALL] 23", said);
  }

  @Test
  void those_that_are_allowed_are_not_told() {
    assertEquals(
        List.of("Part"),
        told(saved(), policy(NAME + "$Order", NAME + "$A*", NAME + "$Point", NAME + "$Size")));
  }

  @Test
  void none_of_them_is_initialised() {
    byte[] forged = Forgery.replaced(saved(), NAME + "$Part", NAME + "$Harm");
    assertTrue(told(forged, policy()).contains("Harm"));
    assertNull(System.getProperty(HARM));
  }

  @Test
  void a_class_that_is_not_there_is_told_by_its_name() {
    byte[] forged = Forgery.replaced(saved(), NAME + "$Point", NAME + "$Ghost");
    assertTrue(told(forged, policy()).contains("Ghost"));
  }
}
