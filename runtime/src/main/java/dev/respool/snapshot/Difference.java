package dev.respool.snapshot;

import dev.respool.abi.PointLayout;
import dev.respool.abi.SuspendableCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says how newer code differs from the place of a frame, in the words of the source. */
final class Difference {
  private final Place place;
  private final SuspendableCode code;

  Difference(Place place, SuspendableCode code) {
    this.place = place;
    this.code = code;
  }

  /** Of code that has no point with the layout of the place. */
  String text() {
    Outline now = Outline.of(code);
    boolean others = now.points() != place.outline().points();
    return others ? ofPoint() + ", and " + place.outline().difference(now) : ofPoint();
  }

  private String ofPoint() {
    List<PointLayout> layouts = code.layouts();
    for (int i = 0; i < layouts.size(); i++) {
      if (isSameCall(layouts.get(i))) {
        return "at line "
            + place.line()
            + " then and line "
            + code.element(i).getLineNumber()
            + " now, "
            + values(layouts.get(i));
      }
    }
    return "the method does not call "
        + place.layout().called()
        + (place.layout().ordinal() == 0 ? "" : " " + (place.layout().ordinal() + 1) + " times")
        + " any more, where it waited in line "
        + place.line();
  }

  private boolean isSameCall(PointLayout layout) {
    return layout.called().equals(place.layout().called())
        && layout.ordinal() == place.layout().ordinal();
  }

  private String values(PointLayout now) {
    Map<String, String> before = types(place.layout());
    Map<String, String> after = types(now);
    List<String> said = new ArrayList<>();
    before.forEach(
        (name, type) -> {
          if (!after.containsKey(name)) {
            said.add("'" + name + "' vanished");
          } else if (!after.get(name).equals(type)) {
            said.add("'" + name + "' changed its type from " + type + " to " + after.get(name));
          }
        });
    after.forEach(
        (name, type) -> {
          if (!before.containsKey(name)) {
            said.add("'" + name + "' of type " + type + " appeared");
          }
        });
    return said.isEmpty() ? "the values without names differ" : String.join(", ", said);
  }

  private static Map<String, String> types(PointLayout layout) {
    Map<String, String> types = new TreeMap<>();
    int hidden = 0;
    for (PointLayout.Slot slot : layout.slots()) {
      String name = slot.isHidden() ? "without a name, " + ++hidden : slot.name();
      types.put(name, Types.name(slot.descriptor()));
    }
    return types;
  }
}
