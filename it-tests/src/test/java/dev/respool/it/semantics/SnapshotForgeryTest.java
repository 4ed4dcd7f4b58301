package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.it.harness.ResourceBytes;
import dev.respool.it.harness.SnapshotFields;
import dev.respool.it.harness.SnapshotFields.Field;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.harness.Verdict;
import dev.respool.it.scenarios.saved.Forgeable;
import dev.respool.it.scenarios.saved.Harmful;
import dev.respool.it.scenarios.saved.HeldCalls;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each field of a snapshot of each kind is replaced by other ones, one at a time. */
@ExtendWith(TransformedTests.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class SnapshotForgeryTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          "x",
          "a.b.C",
          "a/b/C",
          "..",
          "\0",
          "[I",
          "[[Ljava.lang.String;",
          "[".repeat(300) + "I",
          "L;",
          "Ljava/lang/Object;",
          "Lno/Such;",
          "L[I;",
          "I",
          "J",
          "V",
          "()V",
          "<init>",
          "<clinit>",
          "unknown",
          "0".repeat(64),
          "java.lang.String",
          "java.util.ArrayList",
          Harmful.class.getName(),
          "L" + Harmful.class.getName().replace('.', '/') + ";",
          "y".repeat(70_000));

  private static final List<Long> NUMBERS =
      List.of(0L, 1L, 2L, 3L, 127L, 128L, 65_536L, (1L << 31) - 1, 1L << 31, 1L << 32, 1L << 62);

  /** By name: the tests run in a loader that has a class of its own. */
  private static Stream<String> kinds() {
    return Stream.of(Forgeable.values()).map(Forgeable::name);
  }

  /** With one field replaced. */
  private static List<Field> with(List<Field> fields, int index, Field other) {
    List<Field> forged = new ArrayList<>(fields);
    forged.set(index, other);
    return forged;
  }

  private static boolean isRefused(Forgeable what, List<Field> fields) {
    return Verdict.isRefused(SnapshotFields.snapshot(fields), Forgeable.policy(), what::restored);
  }

  private static Stream<Field> others(Field field, List<Field> all) {
    return switch (field.type()) {
      case PLAIN -> plain(field);
      case NUMBER -> numbers(field);
      case STRING -> texts(field, all);
      case OBJECTS -> Stream.empty();
    };
  }

  private static Stream<Field> plain(Field field) {
    return IntStream.of(0, 1, 2, 3, 4, 5, 0x7f, 0x80, 0xff).mapToObj(value -> filled(field, value));
  }

  private static Field filled(Field field, int value) {
    byte[] bytes = new byte[field.bytes().length];
    Arrays.fill(bytes, (byte) value);
    return new Field(field.name(), field.type(), bytes);
  }

  private static Stream<Field> numbers(Field field) {
    int[] endless = new int[12];
    Arrays.fill(endless, 0xff);
    return Stream.concat(
        NUMBERS.stream().map(field::withNumber), Stream.of(Field.plain(field.name(), endless)));
  }

  private static Stream<Field> texts(Field field, List<Field> all) {
    Stream<Field> references =
        Stream.of(1, 2, 0x7f).map(number -> Field.plain(field.name(), number));
    return Stream.concat(strings(field, all), references);
  }

  /** Texts of all sorts, and all that stand in the snapshot. */
  private static Stream<Field> strings(Field field, List<Field> all) {
    Stream<String> here =
        all.stream().filter(other -> other.type() == SnapshotFields.Type.STRING).map(Field::text);
    return Stream.concat(TEXTS.stream(), here).distinct().map(field::withText);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_is_taken_apart_and_put_together_is_restored(String kind) {
    Forgeable what = Forgeable.valueOf(kind);
    List<Field> fields = SnapshotFields.of(what.saved());
    assertFalse(isRefused(what, fields), fields::toString);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_forged_field_is_refused_or_has_the_right_type(String kind) {
    Forgeable what = Forgeable.valueOf(kind);
    List<Field> fields = SnapshotFields.of(what.saved());
    int refused = 0;
    int all = 0;
    for (int i = 0; i < fields.size(); i++) {
      for (Field other : others(fields.get(i), fields).toList()) {
        try {
          refused += isRefused(what, with(fields, i, other)) ? 1 : 0;
          all++;
        } catch (Throwable e) {
          throw new AssertionError(what + ": " + fields.get(i) + " became " + other, e);
        }
      }
    }
    assertTrue(refused > all / 2, refused + " of " + all);
    assertNull(System.getProperty(Harmful.DONE));
  }

  /** Whoever forges a hash gets the code that belongs to it, for whatever class the frame names. */
  @Test
  void a_forged_class_is_not_pinned() {
    List<Field> fields = SnapshotFields.of(Forgeable.CALLS.saved());
    String name = HeldCalls.class.getName().replace('.', '/');
    byte[] code = new ResourceBytes().find(name).orElseThrow();
    SnapshotPolicy policy = Forgeable.policy().withoutMoves().withCode(hash -> code);
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals("class")) {
        for (Field other : strings(fields.get(i), fields).toList()) {
          byte[] forged = SnapshotFields.snapshot(with(fields, i, other));
          boolean same = Arrays.equals(other.bytes(), fields.get(i).bytes());
          assertEquals(
              !same, Verdict.isRefused(forged, policy, Snapshot::restore), other::toString);
        }
      }
    }
  }
}
