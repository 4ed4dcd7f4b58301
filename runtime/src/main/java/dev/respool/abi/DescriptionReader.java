package dev.respool.abi;

import dev.respool.abi.Description.Called;
import dev.respool.abi.Description.Local;
import dev.respool.abi.Description.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the text of a {@link Description}. */
final class DescriptionReader {
  private final Class<?> owner;
  private final String[] lines;
  private final List<Called> callees = new ArrayList<>();
  private final List<Local> values = new ArrayList<>();
  private final Map<Called, Integer> ordinals = new HashMap<>();

  DescriptionReader(Class<?> owner, String text) {
    this.owner = owner;
    this.lines = text.split("\n", -1);
  }

  Description read() {
    String[] head = lines[0].split("\t", -1);
    List<Point> points = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      points.add(point(lines[i].split("\t", -1)));
    }
    String file = head[2].isEmpty() ? null : head[2];
    return new Description(owner, head[0], head[1], file, head.length > 3, points);
  }

  private Point point(String[] fields) {
    Called called = called(fields[1]);
    List<Local> locals = new ArrayList<>();
    List<Local> operands = new ArrayList<>();
    for (int i = 2; i < fields.length; ) {
      boolean known = isNumber(fields[i]);
      Local value = known ? values.get(Integer.parseInt(fields[i])) : added(fields, i);
      (value.isOperand() ? operands : locals).add(value);
      i += known ? 1 : 3;
    }
    int ordinal = ordinals.merge(called, 1, Integer::sum) - 1;
    return new Point(Integer.parseInt(fields[0]), called, ordinal, locals, operands);
  }

  private static boolean isNumber(String field) {
    return Character.isDigit(field.charAt(0));
  }

  private Local added(String[] fields, int at) {
    Local value = new Local(fields[at], fields[at + 1], fields[at + 2]);
    values.add(value);
    return value;
  }

  private Called called(String field) {
    int descriptor = field.indexOf('(');
    if (descriptor < 0) {
      return callees.get(Integer.parseInt(field));
    }
    int name = field.lastIndexOf('.', descriptor); // a class and its packages are divided by /
    String type = name == 0 ? owner.getName().replace('.', '/') : field.substring(0, name);
    Called called =
        new Called(type, field.substring(name + 1, descriptor), field.substring(descriptor));
    callees.add(called);
    return called;
  }
}
