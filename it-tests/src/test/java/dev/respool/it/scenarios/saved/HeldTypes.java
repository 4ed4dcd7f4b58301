package dev.respool.it.scenarios.saved;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * An object that waits in a method of its own, with a local of each sort of type. The program says
 * what its locals hold, whatever that is.
 */
public class HeldTypes implements Serializable {
  private static final long serialVersionUID = 1;

  /** A type without subclasses. */
  public static final class Closed implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /** A type with one. */
  public static class Open implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /** That subclass. */
  public static class Opened extends Open {
    private static final long serialVersionUID = 1;
  }

  /** Constants. */
  public enum Color {
    RED
  }

  /** A subclass. */
  public static class More extends HeldTypes {
    private static final long serialVersionUID = 1;
  }

  /** Such a coroutine, not started. */
  public static Coroutine<Object, Object> coroutine() {
    Coroutine<Object, Object> inner = Coroutine.create(first -> Coroutine.yield(1));
    inner.resume();
    HeldTypes held = new HeldTypes();
    return Coroutine.create(first -> held.all(inner));
  }

  @Suspendable
  private String all(Coroutine<Object, Object> coroutine) {
    int[] ints = {1};
    String[] strings = {"a"};
    Object[][] objects = {{1}};
    String text = "text";
    Integer boxed = 5;
    Closed closed = new Closed();
    Open open = new Open();
    Color color = Color.RED;
    List<Object> list = List.of(1, 2);
    CharSequence sequence = "interface";
    Object any = 1.5;
    String said = "";
    for (Object element : list) {
      Coroutine.yield();
      said += element;
    }
    said += Arrays.toString(ints) + Arrays.toString(strings) + Arrays.deepToString(objects);
    said += (text == null ? 0 : text.length()) + (boxed == null ? 0 : boxed.intValue());
    said += kind(closed) + kind(open) + (color == null ? 0 : color.ordinal());
    said += (coroutine == null ? "" : coroutine.status()) + (sequence == null ? "" : sequence + "");
    return said + any + kind(this);
  }

  private static String kind(Object object) {
    return object == null ? "null" : object.getClass().getSimpleName();
  }
}
