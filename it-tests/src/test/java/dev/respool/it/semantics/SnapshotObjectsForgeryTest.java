package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.it.harness.SnapshotFields;
import dev.respool.it.harness.SnapshotFields.Field;
import dev.respool.it.harness.SnapshotFields.Type;
import dev.respool.it.harness.StreamTexts;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.harness.Verdict;
import dev.respool.it.scenarios.saved.Forgeable;
import dev.respool.it.scenarios.saved.Harmful;
import dev.respool.it.scenarios.saved.HeldTypes;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The objects of a snapshot are replaced by others, and the names in their stream. */
@ExtendWith(TransformedTests.class)
class SnapshotObjectsForgeryTest {
  private static final List<Object> VALUES =
      Arrays.asList(
          null,
          "text",
          5,
          5L,
          'c',
          new int[] {1, 2},
          new long[] {1},
          new int[][] {{1}},
          new String[] {"y"},
          new Object[] {"x"},
          new Object[][] {{"z"}},
          new ArrayList<>(List.of(1)),
          new StringBuilder("builder"),
          HeldTypes.Color.RED,
          new HeldTypes.Closed(),
          new HeldTypes.Open(),
          new HeldTypes.Opened(),
          new HeldTypes(),
          new HeldTypes.More(),
          String.class);

  /** A local that holds an object. */
  private record Local(String name, String type) {
    boolean holds(Object value, boolean isCoroutine) throws ClassNotFoundException {
      if (name.isEmpty()) {
        return value == null || value instanceof Object[]; // what is left to a loop
      }
      String dotted = type.replace('/', '.');
      boolean isArray = type.startsWith("[");
      Class<?> declared =
          Class.forName(
              isArray ? dotted : dotted.substring(1, dotted.length() - 1),
              false,
              SnapshotObjectsForgeryTest.class.getClassLoader());
      if (isCoroutine) {
        return declared.isAssignableFrom(Coroutine.class);
      }
      return value == null ? !name.equals("this") : declared.isInstance(value);
    }
  }

  /** In the order of the stream. */
  private static List<Local> locals(List<Field> fields) {
    List<Local> locals = new ArrayList<>();
    List<Local> slots = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      switch (field.name()) {
        case "place" -> {
          slots.clear();
          next = 0;
        }
        case "name of slot" -> slots.add(new Local(field.text(), fields.get(i + 1).text()));
        case "sort of value" -> {
          while (slots.get(next).type.length() == 1) {
            next++;
          }
          if (field.bytes()[0] != 0) {
            locals.add(slots.get(next));
          }
          next++;
        }
        default -> {}
      }
    }
    return locals;
  }

  private static List<Object> read(byte[] objects, int count)
      throws IOException, ClassNotFoundException {
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(objects)) {
          @Override
          protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
            ClassLoader loader = SnapshotObjectsForgeryTest.class.getClassLoader();
            return Class.forName(type.getName(), false, loader);
          }
        }) {
      List<Object> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        all.add(in.readObject());
      }
      return all;
    }
  }

  private static byte[] written(List<Object> objects) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      for (Object object : objects) {
        out.writeObject(object);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] withObjects(List<Field> fields, byte[] objects) {
    List<Field> forged = new ArrayList<>(fields);
    int last = fields.size() - 1;
    forged.set(last, new Field(fields.get(last).name(), Type.OBJECTS, objects));
    return SnapshotFields.snapshot(forged);
  }

  @Test
  void a_local_gets_a_value_of_its_type_or_is_named() throws Exception {
    List<Field> fields = SnapshotFields.of(Forgeable.TYPES.saved());
    List<Local> locals = locals(fields);
    byte[] stream = fields.get(fields.size() - 1).bytes();
    List<Object> objects = read(stream, locals.size());
    Object coroutine =
        objects.get(locals.indexOf(new Local("coroutine", "Ldev/respool/Coroutine;")));
    List<Object> values = new ArrayList<>(VALUES);
    values.add(coroutine);
    int refused = 0;
    for (int i = 0; i < locals.size(); i++) {
      for (Object value : values) {
        List<Object> others = read(stream, locals.size());
        others.set(i, value);
        byte[] forged = withObjects(fields, written(others));
        boolean holds = locals.get(i).holds(value, value == coroutine);
        assertEquals(
            !holds,
            Verdict.isRefused(forged, Forgeable.policy(), Forgeable.TYPES::restored),
            () -> "as " + value);
        if (!holds) {
          refused++;
          Snapshot snapshot = Snapshot.read(forged, Forgeable.policy());
          var only = assertThrows(SnapshotException.class, snapshot::restore).obstacles().get(0);
          String name = locals.get(i).name;
          assertEquals(name.isEmpty() ? "(without a name)" : name, only.local());
        }
      }
    }
    assertTrue(refused > 150, "only " + refused);
  }

  /** By name: the tests run in a loader that has a class of its own. */
  private static Stream<String> kinds() {
    return Stream.of(Forgeable.values()).map(Forgeable::name);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_forged_name_in_the_objects_is_refused_or_harmless(String kind) {
    Forgeable what = Forgeable.valueOf(kind);
    List<Field> fields = SnapshotFields.of(what.saved());
    StreamTexts texts = new StreamTexts(fields.get(fields.size() - 1).bytes());
    for (byte[] forged : texts.forged(Harmful.class.getName())) {
      Verdict.isRefused(withObjects(fields, forged), Forgeable.policy(), what::restored);
    }
    assertNull(System.getProperty(Harmful.DONE));
  }
}
